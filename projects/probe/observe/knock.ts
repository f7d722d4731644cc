import { WebSocket } from 'ws';
import type { Knock } from './observations';

/** What a request at a door carries. */
export type Passport = Pick<Knock, 'cookie' | 'origin'>;

const patienceMs = 5000;

/** Opens a WebSocket and closes it at once. */
export function knockSocket(
  url: string,
  protocols: string[],
  headers: Record<string, string>,
): Promise<Knock['answer']> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, protocols, { headers, handshakeTimeout: patienceMs });
    socket.on('open', () => {
      resolve({ open: true });
      socket.close();
    });
    socket.on('unexpected-response', (request, response) => {
      resolve({ status: response.statusCode ?? 0 });
      request.destroy();
    });
    socket.on('error', (error) => resolve({ fault: codeOf(error) }));
  });
}

/** Requests an address, and reads the beginning of the answer only. */
export async function knockHttp(url: string, headers: Record<string, string>): Promise<Knock['answer']> {
  try {
    const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
    await response.body?.cancel();
    return { status: response.status };
  } catch (error) {
    return { fault: codeOf(error) };
  }
}

/** A fault in one word, without addresses: `ECONNREFUSED`. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? error.name : codeOf(error.cause);
}
