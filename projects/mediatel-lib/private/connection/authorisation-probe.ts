/** What the server thinks of this browser's cookie. `unknown`: no answer, or one that CORS hides. */
export type Authorisation = 'authorised' | 'refused' | 'unknown';

export const socketPath = '/mediatel/socket.io';

/**
 * Asks over HTTP whether the cookie is accepted.
 *
 * A browser tells a page only that a WebSocket handshake failed, never that it was a 403. The transport `probe` does
 * not exist, so an authorised request ends in Engine.IO's 400 and opens no session: a polling probe would open one, and
 * with it take an agent of the farm.
 */
export async function probeAuthorisation(
  origin: string,
  signal: AbortSignal,
  path: string = socketPath,
): Promise<Authorisation> {
  // `fetch` rejects on an unreachable server, a hidden answer and an abort alike: none of them tells anything.
  try {
    const { status } = await fetch(`${origin}${path}/?EIO=4&transport=probe`, {
      credentials: 'include',
      cache: 'no-store',
      redirect: 'manual',
      signal,
    });
    if (status === 403 || status === 401) return 'refused';
    return status === 400 ? 'authorised' : 'unknown';
  } catch {
    return 'unknown';
  }
}
