import { wireSnapshot } from 'mediatel-lib/testing';
import type { CallQuality } from 'mediatel-lib/ports';
import type { FlightEntry, FlightFact, FlightFile } from 'mediatel-lib/recorder';

/** A fault of a made-up call. `atMs`: since both heard each other. */
export interface PlannedFault {
  readonly type: 'cut' | 'sipCut' | 'badLine' | 'audioGone' | 'hold' | 'stuck' | 'secondCall';
  readonly atMs: number;
  readonly lengthMs: number;
}

/** A made-up call. */
export interface PlannedCall {
  readonly direction: 'outgoing' | 'incoming' | 'predictive';
  readonly queue: string;
  readonly freeMs: number;
  readonly talkMs: number;
  readonly endedBy: 'operator' | 'customer';
  readonly faults: readonly PlannedFault[];
}

export type Timed = readonly [atMs: number, fact: FlightFact];

/** The time from the first sign of a call until both hear each other (ms). */
export const ringingMs = 1500;
/** The desk notices after so long that no packets come (ms). */
export const noticedAfter = 3000;

/** A recording in which these calls happened one after the other. */
export function recordingOf(calls: readonly PlannedCall[]): Pick<FlightFile, 'entries' | 'savedAt'> {
  const facts: Timed[] = [
    [0, { type: 'connection', state: { status: 'connected' } }],
    [0, phone({ type: 'registrationChanged', registration: { status: 'registered', otherContacts: 0 } })],
    [0, snapshot('STATE_IDLE')],
  ];
  let at = 0;
  for (const call of calls) {
    const beganMs = at + call.freeMs;
    const joinedMs = beganMs + ringingMs;
    const endedMs = joinedMs + call.talkMs;
    facts.push(...callFacts(call, beganMs, joinedMs, endedMs));
    at = endedMs;
  }
  const entries = facts.sort(([a], [b]) => a - b).map(([atMs, fact]): FlightEntry => ({ ...fact, at: 5000 + atMs }));
  return { entries, savedAt: { wall: Date.UTC(2026, 10, 29, 8, 20), monotonic: 5000 + at } };
}

function callFacts(call: PlannedCall, beganMs: number, joinedMs: number, endedMs: number): Timed[] {
  const about = {
    queueName: call.queue,
    ani: '•••01',
    callTraceID: '77',
    callType: { incoming: '1', predictive: '2', outgoing: '3' }[call.direction],
    predictiveStatus: call.direction === 'predictive' ? '1' : '0',
  };
  const isDialled = call.direction === 'outgoing';
  return [
    [beganMs, snapshot(isDialled ? 'STATE_MAKECALL_REQUEST' : 'STATE_CALL_DELIVERED', about)],
    [joinedMs, snapshot('STATE_CALL_ACTIVE', about)],
    ...call.faults.flatMap((fault) => faultFacts(fault, joinedMs + fault.atMs, about)),
    ...(call.endedBy === 'operator' ? ([[endedMs - 1, request('closeCall')]] as const) : []),
    [endedMs, snapshot('STATE_CLERICAL', about)],
  ];
}

function faultFacts({ type, lengthMs }: PlannedFault, at: number, about: Readonly<Record<string, string>>): Timed[] {
  const over = at + lengthMs;
  switch (type) {
    case 'cut':
      return [
        [at, { type: 'connection', state: { status: 'unreachable', retryAt: null, detail: '' } }],
        [at + 1, { type: 'connection', state: { status: 'connecting', attempt: 2 } }],
        [over, { type: 'connection', state: { status: 'connected' } }],
      ];
    case 'sipCut':
      return [
        [at, phone({ type: 'registrationChanged', registration: { status: 'waiting', retryAt: 0, detail: '' } })],
        [over - 1, phone({ type: 'registrationChanged', registration: { status: 'registering' } })],
        [over, phone({ type: 'registrationChanged', registration: { status: 'registered', otherContacts: 0 } })],
      ];
    case 'badLine':
      return [
        [at - 1, { type: 'quality', quality: badQuality }],
        [at, phone({ type: 'qualityChanged', callId: 'a', rating: 'poor', alarms: ['mos'], mos: 2, at })],
        [over, phone({ type: 'qualityChanged', callId: 'a', rating: 'good', alarms: [], mos: 4, at: over })],
      ];
    case 'audioGone':
      return [
        [at + noticedAfter, proved('no-packets', at + noticedAfter)],
        [over, proved('heard', over)],
      ];
    case 'hold':
      return [
        [at, snapshot('STATE_HOLD', about)],
        [over, snapshot('STATE_CALL_ACTIVE', about)],
      ];
    case 'stuck':
      return [
        [at, request('holdCall')],
        [over, request('exit')],
        [over + 1, snapshot('STATE_CALL_ACTIVE', about)],
      ];
    case 'secondCall':
      return [[at, phone({ type: 'inviteRefused', callId: 'b', refusal: 'busy', callerNumber: null, at })]];
  }
}

/** What a bad line measures. */
export const badQuality: CallQuality = {
  ...{ callId: 'a', mos: 2, roundTrip: 350, jitter: 42.4, bufferDelay: 60, packetsLost: 90 },
  ...{ lossShare: 0.153, concealedShare: 0.2, sent: null, rating: 'poor', alarms: ['mos'] },
};

/** Facts as entries, each with its time (ms). */
export const entriesOf = (...facts: readonly Timed[]): FlightEntry[] => facts.map(([at, fact]) => ({ ...fact, at }));

export const phone = (event: Extract<FlightFact, { type: 'phone' }>['event']): FlightFact => ({ type: 'phone', event });

export const request = (type: 'closeCall' | 'holdCall' | 'exit'): FlightFact => ({
  ...{ type: 'request', request: { type }, sent: true },
});

/** A snapshot of a state, with these fields of its own. */
export function snapshot(state: string, fields: Readonly<Record<string, unknown>> = {}): FlightFact {
  const data = wireSnapshot(state, fields);
  return { type: 'message', message: { type: 'snapshot', data, receivedAt: 0, connection: 1 } };
}

export function proved(audibility: 'no-packets' | 'heard', at: number): FlightFact {
  const heard = { audibility: 'heard', reason: null } as const;
  const incoming = { audibility, reason: audibility === 'heard' ? null : 'no-packets' } as const;
  return phone({ type: 'audioProved', callId: 'a', proof: { outgoing: heard, incoming, received: null }, at });
}
