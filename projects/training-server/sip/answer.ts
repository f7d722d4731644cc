import { constructOutgoingResponse, type IncomingRequestMessage } from 'sip.js/lib/core/index.js';
import type { SipConnection } from './connection';
import { ALLOWED_METHODS, PRODUCT } from './identity';

export const ALLOW = `Allow: ${ALLOWED_METHODS.join(', ')}`;

/**
 * Answers a request outside any dialog, without a transaction.
 *
 * Over a WebSocket nothing is retransmitted, so a transaction would have nothing to absorb (RFC 3261 §17.2.2, timer J).
 */
export function answer(
  connection: SipConnection,
  request: IncomingRequestMessage,
  statusCode: number,
  extraHeaders: string[] = [],
  reasonPhrase?: string,
): void {
  const response = constructOutgoingResponse(request, { statusCode, reasonPhrase, extraHeaders, userAgent: PRODUCT });
  connection.sendAnswer(response.message);
}
