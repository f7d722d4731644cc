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

/** Connects to Redis: one connection for the store, which fails at once while Redis is away, and those for what nodes say to each other. */
export async function connectRedis(url: string, log: Logger): Promise<RedisLink> {
  const stored = client(url, true);
  const spoken = client(url, false);
  const away = new Set<RedisClient>();
  const back: (() => void)[] = [];
  const watch = (one: RedisClient): void => {
    one.on('error', (error: Error) => {
      if (away.size === 0) log.warn({ err: error }, 'Redis is away');
      away.add(one);
    });
    // Not before all of them are back: what another node answers would reach nobody.
    one.on('ready', () => {
      if (!away.delete(one) || away.size > 0) return;
      log.info('Redis is back');
      for (const run of back) run();
    });
  };
  watch(stored);
  watch(spoken);
  await Promise.all([stored.connect(), spoken.connect()]);
  // The adapter does not wait for what it publishes: a message lost with its connection would end the process. Nodes find out by themselves
  // what they missed (`NodeNews.heard`).
  const publish = spoken.publish.bind(spoken);
  // It listens on connections of its own, which it makes from this one.
  const duplicate = spoken.duplicate.bind(spoken);
  Object.defineProperties(spoken, {
    publish: { value: (...args: Parameters<typeof publish>) => publish(...args).catch(() => 0) },
    duplicate: {
      value: (...args: Parameters<typeof duplicate>) => {
        const one = duplicate(...args) as RedisClient;
        watch(one);
        return one;
      },
    },
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
