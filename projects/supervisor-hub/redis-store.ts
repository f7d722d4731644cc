import { randomUUID } from 'node:crypto';
import type { AlertAcknowledgement, AuditEntry, OperatorRecord } from 'mediatel-lib/hub-protocol';
import type { createClient } from 'redis';
import { DayCalendar } from './day-calendar';
import { type HubStore, type WrittenEntry, acknowledgementField, daysKept } from './hub-store';
import type { TimelineEntry } from './timeline';

export type RedisClient = ReturnType<typeof createClient>;

const keys = {
  presence: 'mediatel-hub:presence',
  epoch: (id: string): string => `mediatel-hub:epoch:${id}`,
  audit: 'mediatel-hub:audit',
  acknowledged: 'mediatel-hub:acknowledged',
  timeZone: 'mediatel-hub:time-zone',
  people: (day: string): string => `mediatel-hub:people:${day}`,
  day: (day: string, id: string): string => `mediatel-hub:day:${day}:${id}`,
} as const;

/**
 * Milliseconds. For an operator who was away for longer than days are kept, the epoch starts at the clock again, which
 * is higher.
 */
const epochKept = daysKept * 24 * 60 * 60 * 1000;

/** Higher than the last one, and than all before the store was emptied. */
const nextEpochScript = `
local epoch = math.max(tonumber(ARGV[1]), tonumber(redis.call('GET', KEYS[1]) or '0') + 1)
redis.call('SET', KEYS[1], string.format('%d', epoch), 'PX', ARGV[2])
return string.format('%d', epoch)`;

/** Lines kept in the audit log; older ones are dropped. */
const auditLength = 100_000;

/**
 * Keeps in Redis what a hub must not lose: a hash of the last presences, a list for each operator and day, a stream of
 * the audit log.
 *
 * A day's list expires after a week. Rejects while Redis is away; a node saves later what it could not save.
 */
export class RedisStore implements HubStore {
  /** The operators already listed for the day, so that not every segment lists them again. */
  #named = { day: '', ids: new Set<string>() };

  /** This node's own key. If it is gone, Redis was emptied. */
  readonly mark = `mediatel-hub:mark:${randomUUID()}`;
  readonly #redis: RedisClient;
  readonly #calendar: DayCalendar;
  readonly #now: () => number;

  constructor(redis: RedisClient, calendar = new DayCalendar(), now: () => number = Date.now) {
    this.#redis = redis;
    this.#calendar = calendar;
    this.#now = now;
  }

  /**
   * The time zone of the running nodes; this node's zone if it is the first. It expires once no node has renewed its
   * mark for `seconds`.
   */
  async timeZoneOfNodes(seconds: number): Promise<string> {
    const expiration = { type: 'EX', value: seconds } as const;
    const { timeZone } = this.#calendar;
    const isFirst = (await this.#redis.set(keys.timeZone, timeZone, { expiration, condition: 'NX' })) !== null;
    return isFirst ? timeZone : String((await this.#redis.get(keys.timeZone)) ?? timeZone);
  }

  /** Whether the mark still existed. Sets it again, for `seconds`. */
  async keepsMark(seconds: number): Promise<boolean> {
    const expiration = { type: 'EX', value: seconds } as const;
    await this.#redis.set(keys.timeZone, this.#calendar.timeZone, { expiration });
    if ((await this.#redis.set(this.mark, '1', { expiration, condition: 'XX' })) !== null) return true;
    await this.#redis.set(this.mark, '1', { expiration });
    return false;
  }

  /** Redis may have lost the lists of operators: each operator is listed again with the next segment. */
  nameAgain(): void {
    this.#named = { day: '', ids: new Set() };
  }

  async nextEpoch(id: string): Promise<number> {
    const given = [String(this.#now()), String(epochKept)];
    return Number(await this.#redis.eval(nextEpochScript, { keys: [keys.epoch(id)], arguments: given }));
  }

  async save(records: readonly OperatorRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.#redis.hSet(
      keys.presence,
      Object.fromEntries(records.map((record) => [record.id, JSON.stringify(record)])),
    );
  }

  async forget(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#redis.hDel(keys.presence, [...ids]);
  }

  async load(): Promise<OperatorRecord[]> {
    return (await this.#redis.hVals(keys.presence)).map((text) => JSON.parse(String(text)) as OperatorRecord);
  }

  async append(entries: readonly WrittenEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const batch = this.#redis.multi();
    const named: string[] = [];
    for (const { id, operator, entry } of entries) {
      const day = this.#calendar.dayOf(entry.from);
      if (day > this.#named.day) this.#named = { day, ids: new Set() };
      if (day !== this.#named.day || !this.#named.ids.has(id)) {
        batch.hSet(keys.people(day), id, operator);
        batch.expire(keys.people(day), daysKept * 24 * 60 * 60);
        if (day === this.#named.day) named.push(id);
      }
      const key = keys.day(day, id);
      batch.rPush(key, JSON.stringify(entry));
      batch.expire(key, daysKept * 24 * 60 * 60);
    }
    await batch.execAsPipeline();
    // Only after it is stored.
    for (const id of named) this.#named.ids.add(id);
  }

  async day(ids: readonly string[], day: string): Promise<ReadonlyMap<string, readonly TimelineEntry[]>> {
    const lists = await Promise.all(ids.map((id) => this.#redis.lRange(keys.day(day, id), 0, -1)));
    return new Map(ids.map((id, i) => [id, (lists[i] ?? []).map(readEntry)]));
  }

  async peopleOf(day: string): Promise<ReadonlyMap<string, string>> {
    return new Map(
      Object.entries(await this.#redis.hGetAll(keys.people(day))).map(([id, login]) => [id, String(login)]),
    );
  }

  async audit(entry: AuditEntry): Promise<void> {
    await this.#redis.xAdd(
      keys.audit,
      '*',
      { entry: JSON.stringify(entry) },
      { TRIM: { strategy: 'MAXLEN', strategyModifier: '~', threshold: auditLength } },
    );
  }

  async audited(count: number): Promise<AuditEntry[]> {
    const lines = await this.#redis.xRevRange(keys.audit, '+', '-', { COUNT: count });
    return (lines ?? []).map(({ message }) => JSON.parse(String(message['entry'])) as AuditEntry);
  }

  async acknowledge(acknowledgement: AlertAcknowledgement): Promise<void> {
    await this.#redis.hSet(keys.acknowledged, acknowledgementField(acknowledgement), JSON.stringify(acknowledgement));
  }

  async unacknowledge(over: readonly AlertAcknowledgement[]): Promise<void> {
    if (over.length > 0) await this.#redis.hDel(keys.acknowledged, over.map(acknowledgementField));
  }

  async acknowledged(): Promise<AlertAcknowledgement[]> {
    const texts = await this.#redis.hVals(keys.acknowledged);
    return texts.map((text) => JSON.parse(String(text)) as AlertAcknowledgement);
  }

  async close(): Promise<void> {
    if (this.#redis.isOpen) this.#redis.destroy();
    return Promise.resolve();
  }
}

/** An entry of an earlier version has no order: it comes before all others, in the order in which it was written. */
const readEntry = (text: unknown, place: number): TimelineEntry => ({
  epoch: 0,
  seq: place,
  heardAt: 0,
  ...(JSON.parse(String(text)) as Omit<TimelineEntry, 'epoch' | 'seq' | 'heardAt'> & Partial<TimelineEntry>),
});
