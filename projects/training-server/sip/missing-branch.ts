import { createHash } from 'node:crypto';
import type { IncomingRequestMessage } from 'sip.js/lib/core/index.js';

/**
 * Identifies a request whose topmost Via has no branch, as before RFC 3261, by what that RFC compares then (§17.2.3).
 *
 * An ACK and a CANCEL give the same as their INVITE, because they share its branch.
 */
export function branchFor(request: IncomingRequestMessage): string {
  const { ruri, fromTag, callId, cseq } = request;
  const parts = [ruri?.toString(), fromTag, callId, cseq, request.getHeader('via')];
  return `without-${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
}
