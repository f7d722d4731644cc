import type { IncomingRequest } from 'jssip/lib/SIPMessage';

/** The caller by the INVITE's From header. */
export interface Caller {
  readonly callerNumber: string | null;
  readonly callerName: string | null;
}

/** Reads the From header. A withheld number is `null`. */
export function callerOf(request: IncomingRequest): Caller {
  const { user } = request.from.uri;
  const name = request.from.display_name as string | null | undefined;
  return {
    callerNumber: !user || /^anonymous$/i.test(user) ? null : user,
    callerName: name?.trim() || null,
  };
}
