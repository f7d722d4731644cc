import type { AgentState } from '../state/agent-state';
import { isCallPhase } from '../state/call/call-phase';
import { type CommandVerdict, wireOf } from './command-wire';
import type { GivenCommand } from '../state/command-status';

/**
 * What the state says to a command that was sent. An unknown phase says nothing.
 *
 * The saving of call codes is judged by `clericalEnded`, a failed log-in and a failed call by their events.
 */
export function commandVerdict({ command, callNumber }: GivenCommand, agent: AgentState): CommandVerdict {
  const { phase } = agent;
  if (phase === 'unknown') return 'waiting';
  const facts = { agent, phase, sameCall: isCallPhase(phase) && agent.callNumber === callNumber };
  const { confirmed, overtaken } = wireOf(command);
  if (confirmed(facts, command)) return 'confirmed';
  return overtaken?.(facts) ? 'overtaken' : 'waiting';
}
