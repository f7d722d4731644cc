import { AgentActions, type AgentEvent } from '../state/agent-actions';
import { type CallDetails, callDetailNames } from '../state/call/call-details';
import type { SnapshotTransition } from './snapshot-transition';

/** The call's details that changed during the call. Its first details are in the state when it begins, and cause no event. */
function changedDetails({ before, changes, callNumber }: SnapshotTransition): Partial<CallDetails> | null {
  if (callNumber === null || callNumber !== before.callNumber) return null;
  const found: Record<string, unknown> = {};
  let any = false;
  for (const name of callDetailNames) {
    const value = changes[name];
    if (value === undefined) continue;
    found[name] = value;
    any = true;
  }
  return any ? found : null;
}

/** Whether a list changed. A new empty list instead of an empty list is no change. */
const hasChanged = <T>(before: readonly T[], list: readonly T[] | undefined): list is readonly T[] =>
  list !== undefined && (list.length > 0 || before.length > 0);

/** Adds the events of a transition that are not about phases. */
export function detailEvents(step: SnapshotTransition, events: AgentEvent[]): void {
  const { before, changes: c, origin, callNumber, callTraceID } = step;
  const details = changedDetails(step);
  if (details) events.push(AgentActions.callDetailsChanged({ origin, callNumber, callTraceID, changes: details }));
  if (c.callCustomerID !== undefined) {
    const { callCustomerID } = c;
    events.push(AgentActions.customerChanged({ origin, callNumber, callTraceID, callCustomerID }));
  }
  if (c.predictiveStatus !== undefined) {
    events.push(
      c.predictiveStatus ? AgentActions.predictiveTurnedOn({ origin }) : AgentActions.predictiveTurnedOff({ origin }),
    );
  }
  if (c.mute !== undefined) {
    events.push(c.mute ? AgentActions.mutedByServer({ origin }) : AgentActions.unmutedByServer({ origin }));
  }
  if (hasChanged(before.queues, c.queues)) events.push(AgentActions.queuesChanged({ origin, queues: c.queues }));
  if (hasChanged(before.pauseList, c.pauseList))
    events.push(AgentActions.pauseListChanged({ origin, pauseList: c.pauseList }));
  if (hasChanged(before.availableCallCodes, c.availableCallCodes)) {
    events.push(AgentActions.callCodesChanged({ origin, callCodes: c.availableCallCodes }));
  }
  if (hasChanged(before.availableCommand, c.availableCommand)) {
    events.push(AgentActions.availableCommandsChanged({ origin, availableCommand: c.availableCommand }));
  }
  if (hasChanged(before.callHistory, c.callHistory))
    events.push(AgentActions.callHistoryChanged({ origin, callHistory: c.callHistory }));
}
