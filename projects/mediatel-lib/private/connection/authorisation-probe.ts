/** Whether the server accepts this browser's cookie. `unknown`: no answer, or one that CORS hides. */
export type Authorisation = 'authorised' | 'refused' | 'unknown';

/** Path of Mediatel's Socket.IO endpoint. */
export const socketPath = '/mediatel/socket.io';

/**
 * Checks over HTTP whether the server accepts the cookie.
 *
 * A browser reports that a WebSocket handshake failed, but never that it was a 403. The transport `probe` does not
 * exist, so an authorised request gets Engine.IO's 400 and opens no session. A polling probe would open one and
 * occupy an agent of the farm.
 */
export async function probeAuthorisation(
  origin: string,
  signal: AbortSignal,
  path: string = socketPath,
): Promise<Authorisation> {
  // `fetch` rejects alike for an unreachable server, a hidden answer and an abort.
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
