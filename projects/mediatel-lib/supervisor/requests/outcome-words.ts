import type { SupervisorRequestKind, SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';
import type { ActLabels, RequestBlock, RequestRefusal } from 'mediatel-lib/ui';

/**
 * What became of a request: the hub's outcome, that the connection was lost before it, or that nothing was sent because the
 * operator's state has changed.
 */
export type RequestOutcome =
  | SupervisorRequestOutcome
  | { readonly outcome: 'sending' | 'unanswered' }
  | { readonly outcome: 'unsent'; readonly block: RequestBlock };

/** The outcome as a sentence without the operator's name. A reason that this version does not know is never shown as a code. */
export function outcomeWords(kind: SupervisorRequestKind, outcome: RequestOutcome, text: ActLabels): string {
  switch (outcome.outcome) {
    case 'sending':
      return text.sending;
    case 'sent':
    case 'shown':
      return text.done[kind];
    case 'away':
      return text.away;
    case 'unanswered':
      return text.unanswered;
    case 'not-allowed':
      return text.notAllowed;
    case 'invalid':
      return text.invalid;
    case 'unsent':
      return text.unsent(text.blocked[outcome.block]);
    case 'refused':
      return refusalWords(kind, outcome.reason, text);
  }
}

function refusalWords(kind: SupervisorRequestKind, reason: string, text: ActLabels): string {
  // The state's own sentence says more than that the state is wrong.
  if (reason === 'wrong-phase') return text.wrongState[kind];
  if (reason === 'not-synced') return text.refusedFor['not-connected'];
  return isKnown(reason, text) ? text.refusedFor[reason] : text.refused;
}

const isKnown = (reason: string, { refusedFor }: ActLabels): reason is RequestRefusal =>
  Object.hasOwn(refusedFor, reason);

/** Whether the request was carried out. */
export const isDone = ({ outcome }: RequestOutcome): boolean => outcome === 'sent' || outcome === 'shown';
