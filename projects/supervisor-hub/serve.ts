import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { hubPath } from 'mediatel-lib/hub-protocol';
import type { Logger } from 'pino';
import type { HubConfig } from './config';
import { Gate, VouchCookie, answerJson, pathOf, refuseUpgrade } from '../server-kit';
import { HubServer } from './hub-server';
import { MemoryStore } from './memory-store';
import { connectRedis } from './redis-link';

/** A hub that listens. */
export interface RunningHub {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Starts a hub of its own: one process, one port; with Redis it is one of several nodes. Rejects if the port is in use
 * or Redis can't be reached.
 */
export async function serveHub(config: HubConfig, log: Logger): Promise<RunningHub> {
  const { calendar } = config;
  const redis = config.redisUrl === null ? null : await connectRedis(config.redisUrl, calendar, log);
  const store = redis?.store ?? new MemoryStore(Date.now, (entry) => log.info(entry, 'audit'), calendar);
  const hub = new HubServer({
    store,
    teams: config.teams,
    log,
    calendar,
    ...(redis ? { adapter: redis.adapter } : {}),
  });
  redis?.onBack(() => hub.recover());
  const gate = new Gate(new VouchCookie(config.secret), 'cookie', config.allowedOrigins);

  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const path = pathOf(request);
    if (path === '/healthz') return answerJson(response, 200, { status: 'ok', operators: hub.operators });
    if (path !== hubPath) return answerJson(response, 404, { error: 'not-found' });
    void gate.check(request).then((passage) => {
      if (passage.pass) hub.handleRequest(request, response);
      else answerJson(response, 403, { error: passage.reason });
    });
  };
  const http = config.tls ? createTlsServer(config.tls, onRequest) : createServer(onRequest);
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', (error) => log.debug({ err: error }, 'WebSocket error'));
    void gate.check(request).then((passage) => {
      if (socket.destroyed) return;
      if (pathOf(request) !== hubPath) return refuseUpgrade(socket, 404);
      if (!passage.pass || !passage.identity) return refuseUpgrade(socket, 403);
      hub.handleUpgrade(request, socket, head, passage.identity);
    });
  });
  const close = async (): Promise<void> => {
    await hub.close();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
    await redis?.close();
  };
  try {
    await hub.open();
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject);
      http.listen(config.port, config.host, resolve);
    });
  } catch (error) {
    await close();
    throw error;
  }
  const { port } = http.address() as AddressInfo;
  return { url: `${config.tls ? 'https' : 'http'}://${config.host}:${port}`, port, close };
}
