import { hasOffered, supposeAck } from '../jssip/jssip-inside';
import { awaitingAck, type JsSipSession } from '../jssip/jssip-module';

/**
 * Acts as if the ACK of our 200 had come, if its socket is closed. JsSIP has dropped the 200, would never resend it, and
 * would end the call after 32 s.
 */
export function actAsAcked(session: JsSipSession): void {
  if (session.status !== awaitingAck) return;
  // The offer was ours, and its answer won't come: the earlier agreement stays valid.
  if (hasOffered(session)) session.connection.setLocalDescription({ type: 'rollback' }).catch(() => undefined);
  supposeAck(session);
}
