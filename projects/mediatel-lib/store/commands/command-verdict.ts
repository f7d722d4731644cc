import type { AgentState } from '../state/agent-state';
import { isCallPhase } from '../state/call/call-phase';
import { type CommandVerdict, wireOf } from './command-wire';
import type { GivenCommand } from '../state/command-status';

/**
 * Whether the state confirms a command that was sent, or overtakes it. In phase `unknown` the command keeps waiting.
 *
 * Three outcomes come from events instead (`settleByEvents`): `clericalEnded` for the saving of call codes, `loginFailed` and
 * `callFailed`.
 */
export function commandVerdict({ command, callNumber }: GivenCommand, agent: AgentState): CommandVerdict {
  const { phase } = agent;
  if (phase === 'unknown') return 'waiting';
  const facts = { agent, phase, sameCall: isCallPhase(phase) && agent.callNumber === callNumber };
  const { confirmed, overtaken } = wireOf(command);
  if (confirmed(facts, command)) return 'confirmed';
  return overtaken?.(facts) ? 'overtaken' : 'waiting';
}
