import type { OperatorRecord, Presence } from 'mediatel-lib/hub-protocol';

/** The presence of an available operator: the state began at 1,000,000 ms of Mediatel's clock, which is now. */
export function presenceOf(changes: Partial<Presence> = {}): Presence {
  return {
    operator: 'agent1',
    extension: '1001',
    state: 'STATE_IDLE',
    status: 'available',
    since: 1_000_000,
    serverTime: 1_000_000,
    pause: null,
    queue: null,
    call: null,
    codeChosen: false,
    connected: true,
    registered: 'registered',
    microphone: 'ready',
    muted: false,
    quality: null,
    libraryVersion: '0.1.0',
    ...changes,
  };
}

/** The hub's record of that operator: it received the state at 2,000,000 ms of its own clock. */
export function recordOf(presence: Partial<Presence> = {}, changes: Partial<OperatorRecord> = {}): OperatorRecord {
  return {
    id: '301',
    name: 'Olena Kovalenko',
    team: 'Banks',
    presence: presenceOf(presence),
    receivedAt: 2_000_000,
    confirmedAt: 2_000_000,
    confidence: 'live',
    epoch: 1,
    seq: 1,
    ...changes,
  };
}
