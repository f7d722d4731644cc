import type { Observations, RenewalSeen } from '../observe/observations';
import { fieldsOf } from '../observe/raw-snapshot';
import type { ProbeFile } from '../../server-kit';

/** Everything with a time, in order: requests, states, events, the call's SIP messages. Without contents. */
export function timelineOf(seen: Observations): ProbeFile['timeline'] {
  const { call } = seen;
  const sip = [
    ...(call?.invite ? [{ atMs: call.invite.atMs, what: 'sip: INVITE' }] : []),
    ...(call?.refreshes ?? []).map(({ atMs }) => ({ atMs, what: 'sip: refresh' })),
    ...(call?.renewals ?? []).flatMap(renewal),
    ...(call?.byeAtMs == null ? [] : [{ atMs: call.byeAtMs, what: 'sip: BYE' }]),
  ];
  return [
    ...seen.steps.map(({ step, sentAtMs }) => ({ atMs: sentAtMs, what: `request: ${step}` })),
    ...seen.events.map(({ atMs, event }) => ({ atMs, what: `event: ${event}` })),
    ...seen.snapshots.map((snapshot) => ({ atMs: snapshot.atMs, what: `state: ${stateOf(fieldsOf(snapshot))}` })),
    ...sip,
  ].toSorted((a, b) => a.atMs - b.atMs);
}

function renewal({ how, atMs, status, answeredAfterMs, firstPacketAfterMs }: RenewalSeen): ProbeFile['timeline'] {
  const at = (afterMs: number | null, what: string) => (afterMs === null ? [] : [{ atMs: atMs + afterMs, what }]);
  return [
    ...at(0, `page: ${how}`),
    ...at(answeredAfterMs, `sip: ${status} to the new page`),
    ...at(firstPacketAfterMs, 'audio: first packet at the new page'),
  ];
}

function stateOf({ state }: Readonly<Record<string, unknown>>): string {
  return typeof state === 'string' && /^[A-Za-z_]{1,40}$/.test(state) ? state : 'unreadable';
}
