import type { DeskView, TraineeView } from '../../training-kit';
import type { WireSnapshot } from '../agent/wire-snapshot';
import type { DeskMirror } from '../farm/desk-mirror';

interface Desk {
  readonly host: string;
  readonly snapshot: WireSnapshot;
}

const isLoggedOut = ({ state }: WireSnapshot): boolean => state === 'STATE_LOGOUT';

/** Whether calls and messages reach a trainee. */
export interface DeskFacts {
  readonly reachable: boolean;
  readonly watchable: boolean;
}

/**
 * What each trainee's desk shows: the newest snapshot only, so that a flood of them costs a trainer one message.
 *
 * It holds references to what the farm has sent already and copies nothing.
 */
export class Desks implements DeskMirror {
  readonly #desks = new Map<string, Desk>();
  readonly #facts = new Map<string, DeskFacts>();
  readonly #changed = new Set<string>();
  readonly #factsOf: (trainee: TraineeView) => DeskFacts;

  constructor(factsOf: (trainee: TraineeView) => DeskFacts) {
    this.#factsOf = factsOf;
  }

  sent(login: string, host: string, snapshot: WireSnapshot): void {
    const shown = this.#desks.get(login);
    // A second sign-in that has not logged in, or one that was taken over, is not the operator's desk.
    if (shown && shown.host !== host && isLoggedOut(snapshot) && !isLoggedOut(shown.snapshot)) return;
    this.#desks.set(login, { host, snapshot });
    this.#changed.add(login);
  }

  ended(host: string): void {
    for (const [login, desk] of this.#desks) {
      if (desk.host !== host) continue;
      this.#desks.delete(login);
      this.#changed.add(login);
    }
  }

  of(trainee: TraineeView): DeskView {
    const { login } = trainee;
    return { login, snapshot: this.#desks.get(login)?.snapshot ?? null, ...this.#factsOf(trainee) };
  }

  /** The desks of these trainees that changed since the last call. */
  takeChanged(trainees: readonly TraineeView[]): readonly DeskView[] {
    const desks = trainees.map((trainee) => this.of(trainee)).filter((desk) => this.#isNews(desk));
    this.#changed.clear();
    for (const { login, reachable, watchable } of desks) this.#facts.set(login, { reachable, watchable });
    return desks;
  }

  #isNews({ login, reachable, watchable }: DeskView): boolean {
    const shown = this.#facts.get(login);
    return this.#changed.has(login) || shown?.reachable !== reachable || shown.watchable !== watchable;
  }
}
