import { crowdPresence } from '../crowd-presence';
import type { HubDelta, HubSnapshot, OperatorRecord } from 'mediatel-lib/hub-protocol';

const operators = 5_000;
const changesPerSecond = 1_000;
/** Milliseconds, as in the hub. */
const frameInterval = 50;

/** A large number of very busy operators, made in the page: measures what a board costs without a network. */
export class Crowd {
  readonly #records: OperatorRecord[];
  #next = 0;

  constructor() {
    this.#records = Array.from({ length: operators }, (_, index) => this.#record(index, 0));
  }

  picture(): HubSnapshot {
    return {
      at: Date.now(),
      rights: { supervisor: 'chief', teams: [''], numbers: true, requests: ['message'] },
      operators: this.#records,
    };
  }

  /** Calls back with a delta every 50 ms, and makes up for late timers. */
  start(frame: (frame: HubDelta) => void): void {
    const startedAt = performance.now();
    let said = 0;
    setInterval(() => {
      const owed = Math.floor(((performance.now() - startedAt) / 1000) * changesPerSecond) - said;
      said += owed;
      const changed = Array.from({ length: owed }, () => this.#change());
      frame({ at: Date.now(), changed, confirmed: [], unconfirmed: [], gone: [] });
    }, frameInterval);
  }

  #change(): OperatorRecord {
    // The step is no divisor of the crowd's size, so that neighbours in a delta are no neighbours on the board.
    this.#next = (this.#next + 1_999) % operators;
    const record = this.#record(this.#next, (this.#records[this.#next]?.seq ?? 0) + 1);
    this.#records[this.#next] = record;
    return record;
  }

  #record(index: number, seq: number): OperatorRecord {
    const now = Date.now();
    return {
      id: String(index),
      name: `Operator ${index}`,
      team: '',
      presence: crowdPresence(`agent${index}`, index + seq, now),
      receivedAt: now,
      confirmedAt: now,
      confidence: 'live',
      epoch: 1,
      seq,
    };
  }
}
