import type { AgentState } from './agent-state';

/** `loginErrorID` of a log-out that another sign-in of the same operator brought about; see docs/protocol.md. */
const takenOver = '4';

/** Whether Mediatel logged the operator out because they signed in elsewhere. */
export const isTakenOver = ({ phase, loginErrorID }: Pick<AgentState, 'phase' | 'loginErrorID'>): boolean =>
  phase === 'loggedOut' && loginErrorID === takenOver;
