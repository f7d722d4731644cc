import type { Logger } from 'pino';
import { ReconnectStrategyError, createClient } from 'redis';
import type { ServerOptions } from 'socket.io';
import { ConfigError } from '../server-kit';
import type { DayCalendar } from './day-calendar';
import { RedisAdapter } from './redis-adapter';
import { RedisFault, type RedisFaultReason } from './redis-fault';
import { type RedisClient, RedisStore } from './redis-store';

/** What a hub needs from Redis. */
export interface RedisLink {
  readonly store: RedisStore;
  readonly adapter: NonNullable<ServerOptions['adapter']>;
  /** Runs each time when Redis is back after an outage, and when Redis was emptied. */
  onBack(run: () => void): void;
  close(): Promise<void>;
}

/** Milliseconds between tries to reach Redis again. */
const retryAfter = 250;
/** Milliseconds between checks whether Redis has lost its data. */
const lookAfter = 1_000;
/** Seconds for which a node's mark outlives the node's last check. */
const markKept = 60;

/**
 * Connects to Redis: one connection for the store, which rejects at once while Redis is away, and others for the
 * messages between nodes.
 *
 * Rejects with a `RedisFault` if Redis does not serve at the start, with a `ConfigError` if the other nodes' days begin
 * at another midnight. After the start it retries for ever.
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
  /** The faults logged in this outage: each kind once. */
  const said = new Set<RedisFaultReason>();
  const back: (() => void)[] = [];
  const tellBack = (): void => {
    store.nameAgain();
    for (const run of back) run();
  };
  const watch = (one: RedisClient): void => {
    // A client that is destroyed while it connects (`#connect` of @redis/client's `socket.js`) still connects, and
    // stays connected.
    one.on('connect', () => {
      if (isClosed) one.destroy();
    });
    one.on('error', (error: Error) => {
      away.add(one);
      const fault = RedisFault.of(url, error);
      if (!isStarted || said.has(fault.reason)) return;
      said.add(fault.reason);
      log.warn({ err: error, reason: fault.reason }, `Redis is unreachable: ${fault.message}`);
    });
    // Not before all of them are back: else answers of other nodes would be lost.
    one.on('ready', () => {
      if (!away.delete(one) || away.size > 0 || !isStarted) return;
      said.clear();
      log.info('Redis is reachable again');
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
      throw new ConfigError([
        `HUB_TIME_ZONE is ${own} here, but ${timeZone} on the running nodes: all nodes need the same`,
      ]);
    }
    await store.keepsMark(markKept);
  } catch (error) {
    close();
    if (error instanceof ConfigError) throw error;
    // The client wraps the error that ended its tries.
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
      // Redis is away: the connection's own error reports it.
      return;
    }
    log.warn('Redis was emptied: this node writes its data again; the audit log and earlier days are lost');
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
