import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { codeOf } from './knock';
import type { TlsSeen } from './observations';
import { isPrivateAddress } from './private-address';

const patienceMs = 5000;

/**
 * The TLS of an address. Nothing is sent over the connection.
 *
 * Rejects if nothing listens there; the error's code says why.
 */
export function tlsOf(address: string): Promise<TlsSeen> {
  const { protocol, hostname, port } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isPlain = protocol === 'http:' || protocol === 'ws:';
  return new Promise((resolve, reject) => {
    const at = { host, port: Number(port) || (isPlain ? 80 : 443) };
    const finish = (socket: Socket, seen: Omit<TlsSeen, 'isLocal'>): void => {
      resolve({ ...seen, isLocal: isPrivateAddress(socket.remoteAddress ?? '') });
      socket.destroy();
    };
    if (isPlain) {
      const socket = connectTcp(at, () => finish(socket, { version: null, fault: null }));
      return attend(socket, reject);
    }
    // The fault is the finding; nothing secret is sent over this connection.
    const options = { ...at, rejectUnauthorized: false, ...(isIP(host) === 0 ? { servername: host } : {}) };
    const socket = connectTls(options, () => {
      // Node types it as an error and gives the code of one.
      const error: unknown = socket.authorizationError;
      const fault = socket.authorized ? null : typeof error === 'string' ? error : codeOf(error);
      finish(socket, { version: socket.getProtocol(), fault });
    });
    attend(socket, reject);
  });
}

function attend(socket: Socket, reject: (error: Error) => void): void {
  socket.on('error', reject);
  socket.setTimeout(patienceMs, () => socket.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })));
}
