import { isLocalNetworkDenied } from 'mediatel-lib/ports';

/** Why a handshake failed; `null`: not known. `blocked`: the browser blocks the page from the local network. */
export type HandshakeFault = 'unauthorised' | 'blocked' | null;

/** Asks the server, then the browser. */
export async function handshakeFault(webSocketUrl: string, signal: AbortSignal): Promise<HandshakeFault> {
  if (await isRefused(webSocketUrl, signal)) return 'unauthorised';
  return (await isLocalNetworkDenied()) ? 'blocked' : null;
}

/**
 * Checks over HTTP whether the SIP endpoint refuses this browser's cookie.
 *
 * A browser reports that a WebSocket handshake failed, but never that it was a 403. If CORS hides the response, it
 * proves nothing.
 */
async function isRefused(webSocketUrl: string, signal: AbortSignal): Promise<boolean> {
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
