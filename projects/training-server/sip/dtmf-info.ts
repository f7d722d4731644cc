import { getBody, type IncomingRequestMessage } from 'sip.js/lib/core/index.js';

/** The digit in an INFO, in either of the two forms that clients use; `undefined` for any other INFO. */
export function digitOfInfo(request: IncomingRequestMessage): string | undefined {
  const body = getBody(request);
  const type = body?.contentType.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/dtmf-relay')
    return /^\s*signal\s*=\s*([0-9*#a-d])\s*$/im.exec(body?.content ?? '')?.[1]?.toUpperCase();
  if (type === 'application/dtmf') return /^\s*([0-9*#a-d])\s*$/i.exec(body?.content ?? '')?.[1]?.toUpperCase();
  return undefined;
}
