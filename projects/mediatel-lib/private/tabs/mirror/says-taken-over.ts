import { type ConnectionMessage, takenOverError } from 'mediatel-lib/ports';
import { decodeSnapshot, phaseOf } from 'mediatel-lib/protocol';

/** Whether the last snapshot reports that the operator signed in elsewhere. */
export function saysTakenOver(messages: readonly ConnectionMessage[]): boolean {
  const last = messages.findLast((message) => message.type === 'snapshot');
  if (last?.type !== 'snapshot') return false;
  const read = decodeSnapshot(last.data);
  return (
    read.ok &&
    phaseOf(read.snapshot.state, read.snapshot.status) === 'loggedOut' &&
    read.snapshot.loginErrorID === takenOverError
  );
}
