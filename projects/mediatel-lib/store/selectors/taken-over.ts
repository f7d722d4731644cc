import { takenOverError } from 'mediatel-lib/ports';
import type { AgentState } from '../state/agent-state';

/** Whether Mediatel logged the operator out because the operator logged in at another place. */
export const isTakenOver = ({ phase, loginErrorID }: Pick<AgentState, 'phase' | 'loginErrorID'>): boolean =>
  phase === 'loggedOut' && loginErrorID === takenOverError;
