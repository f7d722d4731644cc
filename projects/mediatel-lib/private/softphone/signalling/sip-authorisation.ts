import { isLocalNetworkDenied } from 'mediatel-lib/ports';

/** Why a handshake failed, where it can be found out. `blocked`: the browser keeps the page from the local network. */
export type HandshakeFault = 'unauthorised' | 'blocked' | null;

/** Asks the server, then the browser. */
export async function handshakeFault(webSocketUrl: string, signal: AbortSignal): Promise<HandshakeFault> {
  if (await isRefused(webSocketUrl, signal)) return 'unauthorised';
  return (await isLocalNetworkDenied()) ? 'blocked' : null;
}

/**
 * Asks over HTTP whether the SIP endpoint refuses this browser's cookie.
 *
 * A browser tells a page only that a WebSocket's handshake failed, never that it was a 403. An answer that CORS hides tells nothing.
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
