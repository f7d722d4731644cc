import type { HubFrame, HubPicture, OperatorRecord } from 'mediatel-lib/protocol';

const operators = 5_000;
const changesPerSecond = 1_000;
/** Milliseconds; as the hub sends them. */
const frameInterval = 50;

const states = [
  ['STATE_IDLE', 'available'],
  ['STATE_CALL_DELIVERED', 'delivered'],
  ['STATE_CALL_ACTIVE', 'talking'],
  ['STATE_CLERICAL', 'clerical'],
] as const;

/** A day's floor of operators who are busy beyond all measure, made in the page: what a board costs without a network. */
export class Crowd {
  private readonly records: OperatorRecord[];
  private next = 0;

  constructor() {
    this.records = Array.from({ length: operators }, (_, index) => this.record(index, 0));
  }

  picture(): HubPicture {
    return {
      at: Date.now(),
      rights: { supervisor: 'chief', teams: [''], numbers: true, requests: ['message'] },
      operators: this.records,
    };
  }

  /** Calls back with a frame every 50 ms; what a late timer owes it makes up for. */
  start(frame: (frame: HubFrame) => void): void {
    const startedAt = performance.now();
    let said = 0;
    setInterval(() => {
      const owed = Math.floor(((performance.now() - startedAt) / 1000) * changesPerSecond) - said;
      said += owed;
      const changed = Array.from({ length: owed }, () => this.change());
      frame({ at: Date.now(), changed, confirmed: [], unconfirmed: [], gone: [] });
    }, frameInterval);
  }

  private change(): OperatorRecord {
    // A step that is no divisor of the crowd, so that neighbours in a frame are no neighbours on the board.
    this.next = (this.next + 1_999) % operators;
    const record = this.record(this.next, (this.records[this.next]?.seq ?? 0) + 1);
    this.records[this.next] = record;
    return record;
  }

  private record(index: number, seq: number): OperatorRecord {
    const now = Date.now();
    const login = `agent${index}`;
    const [state, status] = states[(index + seq) % states.length] ?? states[0];
    return {
      id: String(index),
      name: `Operator ${index}`,
      team: '',
      presence: {
        operator: login,
        extension: String(10_000 + index),
        state,
        status,
        since: now,
        serverTime: now,
        pause: null,
        queue: `Queue ${index % 20}`,
        call:
          status === 'talking'
            ? { traceId: `${login}-${seq}`, kind: 'incoming', start: now, number: '0661234567' }
            : null,
        codeChosen: false,
        connected: true,
        registered: 'registered',
        microphone: 'ready',
        muted: false,
        quality: status === 'talking' ? { mos: 4.3, roundTrip: 42, jitter: 3 } : null,
        libraryVersion: '0.1.0',
      },
      receivedAt: now,
      confirmedAt: now,
      confidence: 'live',
      epoch: 1,
      seq,
    };
  }
}
