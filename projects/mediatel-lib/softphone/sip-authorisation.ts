/**
 * Asks over HTTP whether the SIP endpoint refuses this browser's cookie.
 *
 * A browser tells a page only that a WebSocket's handshake failed, never that it was a 403. An answer that CORS hides tells nothing.
 */
export async function isRefused(webSocketUrl: string, signal: AbortSignal): Promise<boolean> {
  try {
    const { status } = await fetch(webSocketUrl.replace(/^ws/, 'http'), {
      credentials: 'include',
      cache: 'no-store',
      redirect: 'manual',
      signal,
    });
    return status === 401 || status === 403;
  } catch {
    return false;
  }
}
