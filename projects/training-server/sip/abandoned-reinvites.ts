import { SessionDialog, type Session, type UserAgentCore } from 'sip.js/lib/core/index.js';

/**
 * Forgets the re-INVITEs that were pending over a socket that is gone: their responses and ACKs are lost with it.
 *
 * SIP.js would wait 32 s for a response, and for an ACK as long as the call lasts. Meanwhile it would refuse every
 * further offer.
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
