import { Injectable, computed, inject, signal } from '@angular/core';
import { MEDIATEL_CONFIG } from 'mediatel-lib/ports';
import { MediatelIntl } from 'mediatel-lib/ui';
import { appearanceOf } from './appearance-of';
import { ClericalWork } from './clerical-work';
import { findProblem } from './desk-problem';
import { Drafts } from './drafts';
import { Operator } from './operator';
import { primaryChoice } from './primary-choice';
import { refusalWords } from './refusal-words';
import { injectNow } from './shared-tick';
import { stateTimer } from './state-timer';

/** Which part the desk's body shows. */
export type DeskView = 'signIn' | 'rest' | 'dialer' | 'call' | 'clerical';

/** What one desk shows, told from the operator's state. */
@Injectable()
export class DeskState {
  readonly #operator = inject(Operator);
  readonly #config = inject(MEDIATEL_CONFIG, { optional: true });
  readonly #text = inject(MediatelIntl).labels;
  readonly #drafts = inject(Drafts);
  readonly #work = inject(ClericalWork);
  readonly #dismissed = signal<ReadonlySet<string>>(new Set());

  readonly now = injectNow();
  readonly country = this.#config?.defaultCountry ?? 'UA';

  readonly #situation = computed(() => ({
    agent: this.#operator.agent(),
    link: this.#operator.link(),
    softphone: this.#operator.softphone(),
    call: this.#operator.call(),
  }));

  readonly appearance = computed(() => appearanceOf(this.#situation()));

  /** Replaces the state's own word where that says too little. */
  readonly word = computed(() => {
    const { link, agent } = this.#situation();
    if (this.appearance() === 'unknown') {
      // So that a long name breaks where it is put together.
      return agent.state.replaceAll('_', '_\u200b');
    }
    const offline = link.session.status === 'signedIn' && link.connection.status !== 'connected';
    return this.appearance() === 'notReady' && offline ? this.#text().noConnection : null;
  });
  readonly detail = computed(() => (this.appearance() === 'paused' ? this.#operator.pauseName() : null));
  readonly timer = computed(() =>
    stateTimer(this.appearance(), this.#operator.agent(), this.#operator.call(), this.#config?.clericalSeconds ?? null),
  );

  readonly view = computed<Exclude<DeskView, 'signIn'>>(() => {
    if (this.#operator.call() !== null) return 'call';
    const { agent } = this.#situation();
    if (!this.#operator.isSignedIn() || !agent.known || agent.phase === 'loggedOut') return 'rest';
    return agent.phase === 'clerical' ? 'clerical' : 'dialer';
  });

  readonly primary = computed(() =>
    primaryChoice(
      {
        ...this.#situation(),
        refusals: this.#operator.refusals(),
        autoAnswer: this.#config?.autoAnswer ?? 'expected',
        isPhoneReady: this.#operator.isPhoneReady(),
        number: this.#drafts.number(),
        chosenCodes: this.#work.chosen(),
        aside: this.#work.aside(),
      },
      this.#text(),
    ),
  );

  /** What takes the readiness strip's place. */
  readonly problem = computed(
    () =>
      findProblem(
        { ...this.#situation(), commands: this.#operator.commands(), now: this.now(), dismissed: this.#dismissed() },
        this.#text(),
      ),
    // The tick alone must not renew a notice that says the same.
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );

  readonly pauseReason = computed(() => refusalWords(this.#operator.refusals().pause, 'pause', this.#text()));
  readonly nextPause = computed(() => {
    const next = this.#operator.commands().nextPause;
    if (next === null) return null;
    return this.#operator.agent().pauseList.find(({ id }) => id === next.pauseId)?.name ?? next.pauseId;
  });

  dismiss(key: string): void {
    this.#dismissed.update((keys) => new Set([...keys, key]));
  }
}
