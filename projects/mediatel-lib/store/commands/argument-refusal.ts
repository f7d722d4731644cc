import type { AgentState } from '../state/agent-state';
import { type CallKey, isSameCall } from '../state/call/call-key';
import type { MediatelCommand, CommandRefusal } from '../state/command-status';
import { dialable } from './dialable';

function codesRefusal(agent: AgentState, call: CallKey, codeIds: readonly string[]): CommandRefusal | null {
  // The call's last known id: a clerical snapshot may leave the id out.
  const { knownCallTraceID: callTraceID, callNumber } = agent;
  if (!isSameCall(call, { callTraceID, callNumber })) return { reason: 'wrong-call', callTraceID };
  if (codeIds.length === 0) return { reason: 'no-code' };
  if (codeIds.length > 1 && !agent.multipleCallCodeAllow) return { reason: 'one-code-only' };
  // The wire takes the id as a number.
  const unknown = codeIds.find((id) => !agent.availableCallCodes.some((code) => code.id === id) || isNaN(Number(id)));
  return unknown === undefined ? null : { reason: 'unknown-code', codeId: unknown };
}

/** Why a command's arguments are refused, or `null` if they are valid. */
export function argumentRefusal(agent: AgentState, command: MediatelCommand): CommandRefusal | null {
  switch (command.name) {
    case 'makeCall': {
      if (dialable(command.phoneNumber) === null) return { reason: 'invalid-number' };
      const { queueName } = command;
      return queueName === null || agent.queues.includes(queueName) ? null : { reason: 'unknown-queue', queueName };
    }
    case 'pause': {
      const { pauseId } = command;
      return agent.pauseList.some(({ id }) => id === pauseId) ? null : { reason: 'unknown-pause', pauseId };
    }
    case 'saveCallCodes':
      return codesRefusal(agent, command, command.codeIds);
    default:
      return null;
  }
}
