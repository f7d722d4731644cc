import type { Logger } from 'pino';
import { ReconnectStrategyError, createClient } from 'redis';
import type { ServerOptions } from 'socket.io';
import { ConfigError } from '../server-kit';
import type { DayCalendar } from './day-calendar';
import { RedisAdapter } from './redis-adapter';
import { RedisFault, type RedisFaultReason } from './redis-fault';
import { type RedisClient, RedisStore } from './redis-store';

/** What a hub needs of Redis. */
export interface RedisLink {
  readonly store: RedisStore;
  readonly adapter: NonNullable<ServerOptions['adapter']>;
  /** Runs each time Redis is back after having been away, and where it has been emptied. */
  onBack(run: () => void): void;
  close(): Promise<void>;
}

/** Milliseconds between tries to reach Redis again. */
const retryAfter = 250;
/** Milliseconds between looks whether Redis has forgotten all it was given. */
const lookAfter = 1_000;
/** Seconds a node's mark outlives its last look. */
const markKept = 60;

/**
 * Connects to Redis: one connection for the store, which fails at once while Redis is away, and those for what nodes say to each other.
 *
 * Rejects with a `RedisFault` where Redis does not serve at the start, with a `ConfigError` where the other nodes' days begin at another midnight.
 * Later it is tried for ever.
 */
export async function connectRedis(url: string, calendar: DayCalendar, log: Logger): Promise<RedisLink> {
  let isStarted = false;
  let isClosed = false;
  const client = (failsAtOnce: boolean): RedisClient =>
    createClient({
      url,
      disableOfflineQueue: failsAtOnce,
      socket: {
        reconnectStrategy: (_tries, cause) =>
          isStarted || RedisFault.of(url, cause).reason === 'loading' ? retryAfter : cause,
        connectTimeout: 2_000,
      },
    }) as RedisClient;
  const stored = client(true);
  const spoken = client(false);
  const store = new RedisStore(stored, calendar);
  const away = new Set<RedisClient>();
  /** What was said of this outage: each kind of fault once. */
  const said = new Set<RedisFaultReason>();
  const back: (() => void)[] = [];
  const tellBack = (): void => {
    store.nameAgain();
    for (const run of back) run();
  };
  const watch = (one: RedisClient): void => {
    // A client that is destroyed while it connects (`#connect` of @redis/client's `socket.js`) connects all the same, and stays.
    one.on('connect', () => {
      if (isClosed) one.destroy();
    });
    one.on('error', (error: Error) => {
      away.add(one);
      const fault = RedisFault.of(url, error);
      if (!isStarted || said.has(fault.reason)) return;
      said.add(fault.reason);
      log.warn({ err: error, reason: fault.reason }, `Redis is away: ${fault.message}`);
    });
    // Not before all of them are back: what another node answers would reach nobody.
    one.on('ready', () => {
      if (!away.delete(one) || away.size > 0 || !isStarted) return;
      said.clear();
      log.info('Redis is back');
      tellBack();
    });
  };
  watch(stored);
  watch(spoken);
  const close = (): void => {
    isClosed = true;
    for (const one of [stored, spoken]) one.destroy();
  };
  try {
    await Promise.all([stored.connect(), spoken.connect()]);
    const timeZone = await store.timeZoneOfNodes(markKept);
    if (!calendar.isIn(timeZone)) {
      const own = calendar.timeZone;
      throw new ConfigError([`HUB_TIME_ZONE is ${own} here, and ${timeZone} at the nodes that run: all need the same`]);
    }
    await store.keepsMark(markKept);
  } catch (error) {
    close();
    if (error instanceof ConfigError) throw error;
    // The client wraps what ended its tries.
    throw RedisFault.of(url, error instanceof ReconnectStrategyError ? error.socketError : error);
  }
  isStarted = true;
  const looking = setInterval(() => void look(), lookAfter);
  /** A `FLUSHALL`, or a failover to an empty server, breaks no connection. */
  const look = async (): Promise<void> => {
    if (!stored.isReady) return;
    try {
      if (await store.keepsMark(markKept)) return;
    } catch {
      // Away: said by the connection's own error.
      return;
    }
    log.warn(
      'Redis has been emptied: what this node knows is written again; the audit log and the days before are lost',
    );
    tellBack();
  };
  const adapter = new RedisAdapter(spoken, watch);
  return {
    store,
    adapter: adapter.constructs,
    onBack: (run) => void back.push(run),
    close: () => {
      clearInterval(looking);
      adapter.close();
      close();
      return Promise.resolve();
    },
  };
}
