import { type AlertAcknowledgement, type AuditEntry, type OperatorRecord, isNewer } from 'mediatel-lib/hub-protocol';
import { DayCalendar } from './day-calendar';
import { type HubStore, type WrittenEntry, acknowledgementField, daysKept } from './hub-store';
import type { TimelineEntry } from './timeline';

const oneDay = 24 * 60 * 60 * 1000;

/** Keeps everything in this process: for one node. After a restart the tabs publish their state again. */
export class MemoryStore implements HubStore {
  readonly #epochs = new Map<string, number>();
  #epochsLookedAt = -Infinity;
  readonly #records = new Map<string, OperatorRecord>();
  readonly #days = new Map<string, Map<string, TimelineEntry[]>>();
  readonly #logins = new Map<string, string>();
  readonly #log: AuditEntry[] = [];
  readonly #acknowledgements = new Map<string, AlertAcknowledgement>();
  readonly #now: () => number;
  /** Writes audit entries to a log file as well. */
  readonly #written: (entry: AuditEntry) => void;
  readonly #calendar: DayCalendar;

  constructor(
    now: () => number = Date.now,
    written: (entry: AuditEntry) => void = () => undefined,
    calendar = new DayCalendar(),
  ) {
    this.#now = now;
    this.#written = written;
    this.#calendar = calendar;
  }

  /** How many operators' last epochs are remembered. */
  get epochsKept(): number {
    return this.#epochs.size;
  }

  nextEpoch(id: string): Promise<number> {
    // Starts at the clock, so that tabs which survived a restart of the hub get higher numbers than before.
    const now = this.#now();
    this.#dropOldEpochs(now);
    const epoch = Math.max(now, (this.#epochs.get(id) ?? 0) + 1);
    this.#epochs.set(id, epoch);
    return Promise.resolve(epoch);
  }

  save(records: readonly OperatorRecord[]): Promise<void> {
    for (const record of records) {
      const known = this.#records.get(record.id);
      if (!known || !isNewer(known, record)) this.#records.set(record.id, record);
    }
    return Promise.resolve();
  }

  forget(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#records.delete(id);
    return Promise.resolve();
  }

  load(): Promise<OperatorRecord[]> {
    return Promise.resolve([...this.#records.values()]);
  }

  append(entries: readonly WrittenEntry[]): Promise<void> {
    for (const { id, operator, entry } of entries) {
      const day = this.#calendar.dayOf(entry.from);
      this.#logins.set(id, operator);
      let operators = this.#days.get(day);
      if (!operators) {
        this.#days.set(day, (operators = new Map()));
        this.#dropOldDays();
      }
      const known = operators.get(id);
      if (known) known.push(entry);
      else operators.set(id, [entry]);
    }
    return Promise.resolve();
  }

  day(ids: readonly string[], day: string): Promise<ReadonlyMap<string, readonly TimelineEntry[]>> {
    const operators = this.#days.get(day);
    return Promise.resolve(new Map(ids.map((id) => [id, operators?.get(id) ?? []])));
  }

  peopleOf(day: string): Promise<ReadonlyMap<string, string>> {
    const ids = [...(this.#days.get(day)?.keys() ?? [])];
    return Promise.resolve(new Map(ids.map((id) => [id, this.#logins.get(id) ?? ''])));
  }

  audit(entry: AuditEntry): Promise<void> {
    this.#log.push(entry);
    if (this.#log.length > 10_000) this.#log.splice(0, 1000);
    this.#written(entry);
    return Promise.resolve();
  }

  audited(count: number): Promise<AuditEntry[]> {
    return Promise.resolve(this.#log.slice(-count).reverse());
  }

  acknowledge(acknowledgement: AlertAcknowledgement): Promise<void> {
    this.#acknowledgements.set(acknowledgementField(acknowledgement), acknowledgement);
    return Promise.resolve();
  }

  unacknowledge(over: readonly AlertAcknowledgement[]): Promise<void> {
    for (const one of over) this.#acknowledgements.delete(acknowledgementField(one));
    return Promise.resolve();
  }

  acknowledged(): Promise<AlertAcknowledgement[]> {
    return Promise.resolve([...this.#acknowledgements.values()]);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Once a day. They are not needed: the clock alone gives a higher number. */
  #dropOldEpochs(now: number): void {
    if (now - this.#epochsLookedAt < oneDay) return;
    this.#epochsLookedAt = now;
    for (const [id, epoch] of this.#epochs) if (epoch < now - oneDay) this.#epochs.delete(id);
  }

  #dropOldDays(): void {
    const old = [...this.#days.keys()].sort().slice(0, -daysKept);
    if (old.length === 0) return;
    for (const day of old) this.#days.delete(day);
    for (const id of this.#logins.keys()) {
      if (![...this.#days.values()].some((operators) => operators.has(id))) this.#logins.delete(id);
    }
  }
}
