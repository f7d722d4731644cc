import type { OperatorRecord, Presence } from 'mediatel-lib/hub-protocol';

/** An available operator's presence, for tests. */
export function presence(changes: Partial<Presence> = {}): Presence {
  return {
    operator: 'agent1',
    extension: '1001',
    state: 'STATE_IDLE',
    status: 'available',
    since: 1_000_000,
    serverTime: 1_005_000,
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

export function record(changes: Partial<OperatorRecord> = {}): OperatorRecord {
  return {
    id: '301',
    name: 'Olena Kovalenko',
    team: 'Banks',
    presence: presence(),
    receivedAt: 2_000_000,
    confirmedAt: 2_000_000,
    confidence: 'live',
    epoch: 1,
    seq: 1,
    ...changes,
  };
}
