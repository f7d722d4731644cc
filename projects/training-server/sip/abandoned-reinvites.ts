import { SessionDialog, type Session, type UserAgentCore } from 'sip.js/lib/core/index.js';

/**
 * Forgets the re-INVITEs that were under way over a socket that is no more: their answers and ACKs went with it.
 *
 * SIP.js would wait 32 s for an answer, and for an ACK as long as the call lasts, and refuse every further offer meanwhile.
 */
export function forgetReinvites(session: Session, core: UserAgentCore): void {
  if (!(session instanceof SessionDialog)) return;
  const { reinviteUserAgentClient: ours, reinviteUserAgentServer: theirs } = session;
  if (ours) {
    const { id, request } = ours.transaction;
    ours.dispose();
    core.userAgentClients.delete(id + request.method);
    session.reinviteUserAgentClient = undefined;
  }
  if (theirs) {
    theirs.dispose();
    core.userAgentServers.delete(theirs.transaction.id);
    session.reinviteUserAgentServer = undefined;
  }
  if (ours || theirs) session.signalingStateRollback();
}
