import type { Session, UserAgentCore } from 'sip.js/lib/core/index.js';

export type { Session };

/** What moving a dialog uses inside SIP.js 0.21; SIP.js promises none of it. */
interface DialogInternals {
  core: UserAgentCore;
  readonly dialogState: { localSequenceNumber: number | undefined };
}

/**
 * How far our sequence numbers jump, as the library's do (RFC 3261, 12.2.1.1: gaps are allowed, a lower number is
 * refused).
 */
const sequenceSlack = 100;

/** Gives the dialog of an answered call to another user agent, as if it had been stored and read. Nothing is sent. */
export function moveDialog(session: Session, from: UserAgentCore, to: UserAgentCore): void {
  const dialog = session as unknown as DialogInternals;
  from.dialogs.delete(session.id);
  dialog.core = to;
  dialog.dialogState.localSequenceNumber = (dialog.dialogState.localSequenceNumber ?? 0) + sequenceSlack;
  to.dialogs.set(session.id, session as unknown as Parameters<typeof to.dialogs.set>[1]);
}
