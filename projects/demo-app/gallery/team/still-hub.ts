import { signal } from '@angular/core';
import {
  type AlertAcknowledgement,
  type AuditEntry,
  type BoardRights,
  type OperatorPauses,
  type SupervisorRequestOutcome,
  type TimelinesAnswer,
  type TimelinesWanted,
  type TotalsAnswer,
  supervisorRequestKinds,
  timelinesAtOnce,
} from 'mediatel-lib/hub-protocol';
import type { HubClientStatus, HubMessage } from 'mediatel-lib/supervisor';
import { ReplaySubject } from 'rxjs';
import { sceneNow } from '../desk-scene';
import { madeDay, madeTimelines, madeTotals } from './made-days';
import { type MadeNames, madeOperators } from './made-operators';

/** What the hub of a scene is like. */
export interface TeamScene {
  /** Number of operators. */
  readonly operators: number;
  /** The board's connection. Before `connected` no operator is known, afterwards they stay as they were. */
  readonly status: HubClientStatus;
  /** The operators' names. */
  readonly names: MadeNames;
}

const rights: BoardRights = {
  supervisor: 'supervisor1',
  teams: [],
  numbers: true,
  requests: [...supervisorRequestKinds],
};

/** A hub that answers at once and whose clock stands still at `sceneNow`, in place of `HubClient`. */
export class StillHub {
  #ticks = 0;
  readonly #operators;
  readonly #timelines;
  readonly status;
  readonly rights = signal<BoardRights | null>(rights);
  readonly acknowledgements = signal<readonly AlertAcknowledgement[]>([]);
  readonly heardAt = signal<number | null>(sceneNow);
  /** The snapshot, for whoever begins to listen at whatever moment. */
  readonly messages = new ReplaySubject<HubMessage>(1);

  constructor({ operators, status, names }: TeamScene) {
    this.status = signal(status);
    this.#operators = madeOperators(operators, names);
    this.#timelines = madeTimelines(this.#operators);
    if (status === 'connecting' || status === 'refused') return;
    this.messages.next({ type: 'picture', picture: { at: sceneNow, rights, operators: this.#operators } });
  }

  /** The clock moves by microseconds: each tick updates the board, and no shown time changes. */
  now = (): number => sceneNow + (this.#ticks += 0.001);
  useIn = (): void => undefined;
  open = (): void => undefined;
  close = (): void => undefined;
  retry = (): void => undefined;
  request = (): Promise<SupervisorRequestOutcome> => Promise.resolve({ outcome: 'sent' });
  acknowledge = (operator: string, condition: string): Promise<boolean | null> => {
    const taken = { operator, condition, by: rights.supervisor, at: sceneNow };
    this.acknowledgements.update((all) => [...all, taken]);
    return Promise.resolve(true);
  };
  pauses = (): Promise<OperatorPauses | null> =>
    this.#answer({ names: ['Lunch', 'Meeting', 'Talk with Supervisor', 'Technical Error'], complete: true });

  timelines = ({ operators }: TimelinesWanted): Promise<TimelinesAnswer | null> =>
    this.#answer({
      ...madeDay,
      operators: this.#timelines.filter(({ id }) => operators.includes(id)).slice(0, timelinesAtOnce),
    });

  totals = (): Promise<TotalsAnswer | null> =>
    this.#answer({ ...madeDay, operators: madeTotals(this.#timelines), next: null });

  audit = (): Promise<readonly AuditEntry[] | null> =>
    this.#answer(
      this.#operators.slice(0, 12).map(({ id, name, team }, i): AuditEntry => ({
        id: `request${i}`,
        at: sceneNow - (i * 7 + 3) * 60_000,
        supervisor: i % 3 ? 'supervisor1' : 'supervisor2',
        operator: id,
        name,
        team,
        request:
          i % 2 ? { kind: 'message', text: 'Call me after this customer' } : { kind: 'takePause', pause: 'Lunch' },
        outcome: i % 4 === 1 ? { outcome: 'away' } : { outcome: i % 2 ? 'shown' : 'sent' },
      })),
    );

  #answer<Answer>(answer: Answer): Promise<Answer | null> {
    return Promise.resolve(this.status() === 'connected' ? answer : null);
  }
}
