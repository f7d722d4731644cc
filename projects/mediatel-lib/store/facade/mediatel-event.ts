import type { Action } from '@ngrx/store';
import { AgentActions } from '../state/agent-actions';
import { MissedCallActions } from '../state/missed-call-actions';
import { ScreenPopActions } from '../state/screen-pop-actions';
import { SessionActions } from '../state/session-actions';

/**
 * The action of each of a host's events, by the name that `Mediatel.events` gives it. In a pure call, so that a host
 * without the facade does not load it.
 */
export const mediatelEvents = /* @__PURE__ */ (() =>
  ({
    signedIn: SessionActions.signedIn,
    signedOut: SessionActions.signedOut,
    loggedIn: AgentActions.loggedIn,
    loginFailed: AgentActions.loginFailed,
    loggedOut: AgentActions.loggedOut,
    becameAvailable: AgentActions.becameAvailable,
    pauseStarted: AgentActions.pauseStarted,
    pauseChanged: AgentActions.pauseChanged,
    pauseEnded: AgentActions.pauseEnded,
    dialingStarted: AgentActions.dialingStarted,
    callDelivered: AgentActions.callDelivered,
    callStarted: AgentActions.callStarted,
    callHeld: AgentActions.callHeld,
    callRetrieved: AgentActions.callRetrieved,
    callFailed: AgentActions.callFailed,
    callEnded: AgentActions.callEnded,
    customerChanged: AgentActions.customerChanged,
    clericalStarted: AgentActions.clericalStarted,
    clericalEnded: AgentActions.clericalEnded,
    screenPopRequested: AgentActions.screenPopRequested,
    screenPopBlocked: ScreenPopActions.screenPopBlocked,
    missed: MissedCallActions.callMissed,
  }) as const)();

/** The name of one of a host's events. */
export type MediatelEventName = keyof typeof mediatelEvents;

/**
 * What happens at the operator's phone: the fields of the action of the same name (`AgentActions`, `SessionActions`), with a
 * short `type`. `missed` is `MissedCallActions.callMissed`.
 */
export type MediatelEvent = {
  readonly [N in MediatelEventName]: { readonly type: N } & Omit<ReturnType<(typeof mediatelEvents)[N]>, 'type'>;
}[MediatelEventName];

/** Returns a function that makes the event of an action; `null` if the action is none of a host's events. */
export function eventReader(): (action: Action) => MediatelEvent | null {
  const names = new Map<string, string>(Object.entries(mediatelEvents).map(([name, { type }]) => [type, name]));
  return (action) => {
    const type = names.get(action.type);
    // The table gives each name the fields of its action.
    return type === undefined ? null : ({ ...action, type } as MediatelEvent);
  };
}
