import { type Action, createFeature } from '@ngrx/store';
import { AgentActions } from './agent-actions';
import { type AgentState, initialAgentState } from './agent-state';
import { keepKnownCall } from './call/known-call';

const changedType = AgentActions.agentChanged.type;

/** Only `agentChanged` changes the agent state. The reducer is written by hand, since it runs for every action of the host too. */
export function reduceAgent(state: AgentState = initialAgentState, action: Action): AgentState {
  return action.type === changedType
    ? keepKnownCall({ ...state, ...(action as ReturnType<typeof AgentActions.agentChanged>).changes })
    : state;
}

/** The store feature `mediatelAgent`. */
export const agentFeature = createFeature({ name: 'mediatelAgent', reducer: reduceAgent });

/** Selects the operator's state at Mediatel. */
export const selectAgent = agentFeature.selectMediatelAgentState;
