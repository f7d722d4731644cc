import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { Logger } from 'pino';
import { createClient } from 'redis';
import type { ServerOptions } from 'socket.io';
import { type RedisClient, RedisStore } from './redis-store';

/** What a hub needs of Redis. */
export interface RedisLink {
  readonly store: RedisStore;
  readonly adapter: NonNullable<ServerOptions['adapter']>;
  /** Runs each time Redis is back after having been away. */
  onBack(run: () => void): void;
  close(): Promise<void>;
}

/** Milliseconds between tries to reach Redis again. */
const retryAfter = 250;

/** Connects to Redis: one connection for the store, which fails at once while Redis is away, and one for what nodes say to each other. */
export async function connectRedis(url: string, log: Logger): Promise<RedisLink> {
  const stored = client(url, true);
  const spoken = client(url, false);
  let away = false;
  const back: (() => void)[] = [];
  stored.on('error', (error: Error) => {
    if (!away) log.warn({ err: error }, 'Redis is away');
    away = true;
  });
  stored.on('ready', () => {
    if (!away) return;
    away = false;
    log.info('Redis is back');
    for (const run of back) run();
  });
  spoken.on('error', () => undefined);
  await Promise.all([stored.connect(), spoken.connect()]);
  // The adapter does not wait for what it publishes: a message lost with its connection would end the process. Nodes find out by themselves
  // what they missed (`NodeNews.heard`).
  const publish = spoken.publish.bind(spoken);
  Object.defineProperty(spoken, 'publish', {
    value: (...args: Parameters<typeof publish>) => publish(...args).catch(() => 0),
  });
  return {
    store: new RedisStore(stored),
    adapter: createAdapter(spoken, {
      streamName: 'mediatel-hub',
      channelPrefix: 'mediatel-hub',
    }) as RedisLink['adapter'],
    onBack: (run) => void back.push(run),
    close: () => {
      for (const one of [stored, spoken]) if (one.isOpen) one.destroy();
      return Promise.resolve();
    },
  };
}

function client(url: string, failsAtOnce: boolean): RedisClient {
  return createClient({
    url,
    disableOfflineQueue: failsAtOnce,
    socket: { reconnectStrategy: () => retryAfter, connectTimeout: 2_000 },
  }) as RedisClient;
}
