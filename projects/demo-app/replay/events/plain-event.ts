import type { AgentPhase, AgentRequestType } from 'mediatel-lib/protocol';

/** Names of what may happen besides states and requests. Each language has a sentence for each. */
export type PlainName =
  | 'signedOut'
  | 'reloaded'
  | 'pageClosed'
  | 'pageHidden'
  | 'pageVisible'
  | 'offline'
  | 'online'
  | 'linkUp'
  | 'linkBack'
  | 'linkLost'
  | 'linkRefused'
  | 'linkReplaced'
  | 'phoneUp'
  | 'phoneBack'
  | 'phoneLost'
  | 'phoneRefused'
  | 'microphoneReady'
  | 'microphoneFailed'
  | 'deviceLost'
  | 'deviceChanged'
  | 'soundBlocked'
  | 'rings'
  | 'resumed'
  | 'reconnected'
  | 'answered'
  | 'refusedBusy'
  | 'refusedMicrophone'
  | 'endedByOperator'
  | 'endedByServer'
  | 'endedByFailure'
  | 'muted'
  | 'mutedBySystem'
  | 'microphoneUnplugged'
  | 'unmuted'
  | 'heardBoth'
  | 'operatorGone'
  | 'operatorBack'
  | 'customerGone'
  | 'customerBack'
  | 'lineGood'
  | 'lineFair'
  | 'linePoor'
  | 'noAgent'
  | 'unreadable';

/** What happened, for readers who don't know the protocol. */
export type PlainFact =
  | { readonly type: 'signedIn'; readonly user: string }
  | { readonly type: 'phase'; readonly phase: AgentPhase }
  | { readonly type: 'request'; readonly request: AgentRequestType; readonly sent: boolean }
  | { readonly type: 'event'; readonly name: PlainName };

/** How an event is marked. `incident`: something that support looks for. */
export type EventMark = 'state' | 'request' | 'incident' | 'reload' | 'other';

/** A fact and its time, in milliseconds from the recording's beginning. */
export interface PlainEvent {
  readonly atMs: number;
  readonly mark: EventMark;
  readonly fact: PlainFact;
}

const incidents: ReadonlySet<PlainName> = new Set<PlainName>([
  ...(['offline', 'linkLost', 'linkRefused', 'linkReplaced', 'phoneLost', 'phoneRefused'] as const),
  ...(['microphoneFailed', 'deviceLost', 'soundBlocked', 'refusedBusy', 'refusedMicrophone'] as const),
  ...(['endedByFailure', 'mutedBySystem', 'microphoneUnplugged', 'operatorGone', 'customerGone'] as const),
  ...(['linePoor', 'noAgent', 'unreadable'] as const),
]);

/** How a fact is marked. */
export function markOf(fact: PlainFact): EventMark {
  if (fact.type === 'phase') return 'state';
  if (fact.type === 'request') return fact.sent ? 'request' : 'incident';
  if (fact.type === 'signedIn') return 'other';
  if (fact.name === 'reloaded') return 'reload';
  return incidents.has(fact.name) ? 'incident' : 'other';
}
