import type { IncomingRequest } from 'jssip/lib/SIPMessage';

/** Who calls, as the INVITE's From says. */
export interface Caller {
  readonly callerNumber: string | null;
  readonly callerName: string | null;
}

/** Reads the From; a withheld number is `null`. */
export function callerOf(request: IncomingRequest): Caller {
  const { user } = request.from.uri;
  const name = request.from.display_name as string | null | undefined;
  return {
    callerNumber: !user || /^anonymous$/i.test(user) ? null : user,
    callerName: name || null,
  };
}
