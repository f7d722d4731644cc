import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { type DaySpan, type OperatorTimeline, type OperatorTotals, timelinesAtOnce } from 'mediatel-lib/hub-protocol';
import { BoardTick } from '../../hub/board-tick';
import { shownName } from '../../hub/shown-name';
import { HubClient } from '../../hub/hub-client';
import { MediatelOperators } from '../../hub/operators';

const named = <Day extends { readonly id: string; readonly name: string }>(day: Day): Day => ({
  ...day,
  name: shownName(day.name, day.id),
});

/** Interval at which all totals are read (ms). */
const totalsInterval = 30_000;
/** Interval at which the changed ones of the shown timelines are read (ms). */
const timelinesInterval = 2_000;
/** Interval at which the changed ones of the other timelines are read (ms). */
const laterInterval = 60_000;

/**
 * State of reading a day.
 *
 * ```
 *  reading ──▶ read ──another day, the hub back──▶ reading
 *     └─ no answer: failed ──again()──▶ reading
 * ```
 */
export type DayStatus = 'reading' | 'read' | 'failed';

/** A day from the hub: the totals of all operators, and the timelines of those shown. Today's data is kept up to date. */
@Injectable()
export class OperatorDays {
  readonly #hub = inject(HubClient);
  readonly #operators = inject(MediatelOperators);
  readonly #tick = inject(BoardTick);
  readonly #status = signal<DayStatus>('reading');
  readonly #span = signal<DaySpan | null>(null);
  readonly #totals = signal<readonly OperatorTotals[]>([]);
  readonly #timelines = signal<ReadonlyMap<string, OperatorTimeline>>(new Map());
  readonly #day = signal<string | null>(null);
  #shown: readonly string[] = [];
  #later: readonly string[] = [];
  /** For each read timeline: the version of the operator's record, and up to when the day was known. */
  readonly #readAs = new Map<string, { readonly version: string; readonly until: number }>();
  #reading = 0;
  #totalsAt = 0;
  #timelinesAt = 0;
  #isAsking = false;

  /** State of reading the day. */
  readonly status = this.#status.asReadonly();
  /** The day's beginning and end; `null` before the first answer. */
  readonly span = this.#span.asReadonly();
  /** The totals of all operators. */
  readonly totals = this.#totals.asReadonly();
  /** The timelines that are read, by id. */
  readonly timelines = this.#timelines.asReadonly();
  /** The chosen day, `YYYY-MM-DD`; `null` for today, by the hub's clock. */
  readonly day = this.#day.asReadonly();
  /** Whether the day that was read is still going on. */
  readonly isToday = computed(() => {
    const span = this.#span();
    const now = this.#tick.now();
    return span !== null && now !== null && now < span.end;
  });

  constructor() {
    effect(() => {
      if (this.#hub.status() === 'connected') untracked(() => this.again());
    });
    effect(() => {
      this.#tick.now();
      untracked(() => this.#follow());
    });
    inject(DestroyRef).onDestroy(() => (this.#reading += 1));
  }

  /** Chooses a day, `YYYY-MM-DD`; `null` for today. Reads it. */
  chooseDay(day: string | null): void {
    this.#day.set(day);
    // Figures of another day under this day's name would be false.
    this.#totals.set([]);
    this.again();
  }

  /** Reads everything again. */
  again(): void {
    this.#readAs.clear();
    this.#timelines.set(new Map());
    this.#status.set('reading');
    void this.#readTotals();
    void this.#readTimelines();
  }

  /** Sets the operators whose timelines are needed now, and those whose timelines may follow. */
  showOperators(ids: readonly string[], later: readonly string[] = []): void {
    this.#shown = ids;
    this.#later = later;
    void this.#readTimelines();
  }

  /** Up to when all of these timelines are known: `until`, or earlier if one of them has changed since it was read (ms). */
  knownUntil(ids: readonly string[], until: number): number {
    let known = until;
    for (const id of ids) {
      const read = this.#readAs.get(id);
      if (!read) return 0;
      if (this.isToday() && read.version !== this.#versionOf(id)) known = Math.min(known, read.until);
    }
    return known;
  }

  #follow(): void {
    if (this.#hub.status() !== 'connected' || this.#status() !== 'read') return;
    const span = this.#span();
    const now = this.#tick.now();
    // After midnight, today is another day.
    if (this.#day() === null && span !== null && now !== null && now >= span.end) return this.again();
    if (this.#unread(this.#later)) void this.#readTimelines();
    if (!this.isToday()) return;
    if (performance.now() - this.#totalsAt > totalsInterval) void this.#readTotals();
    if (performance.now() - this.#timelinesAt > timelinesInterval) void this.#readTimelines();
  }

  async #readTotals(): Promise<void> {
    const reading = (this.#reading += 1);
    this.#totalsAt = performance.now();
    const day = this.#day();
    const totals: OperatorTotals[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: Awaited<ReturnType<HubClient['totals']>> = await this.#hub.totals({
        ...(day ? { day } : {}),
        after,
      });
      if (reading !== this.#reading) return;
      if (page === null) {
        // The data read before stays. The next interval or the hub's return reads it again.
        if (this.#status() === 'reading' && this.#hub.status() === 'connected') this.#status.set('failed');
        return;
      }
      totals.push(...page.operators.map(named));
      after = page.next;
      if (after === null) this.#span.set(page);
    }
    this.#totals.set(totals);
    this.#status.set('read');
  }

  async #readTimelines(): Promise<void> {
    if (this.#isAsking) return;
    const wanted = this.#wanted();
    if (wanted.length === 0) return;
    const versions = new Map(wanted.map((id) => [id, this.#versionOf(id)]));
    const day = this.#day();
    this.#isAsking = true;
    this.#timelinesAt = performance.now();
    const answer = await this.#hub.timelines({ operators: wanted, ...(day ? { day } : {}) });
    this.#isAsking = false;
    // Another day was chosen in the meantime: this answer is for the day before it.
    if (day !== this.#day()) return void this.#readTimelines();
    if (answer === null) return;
    for (const [id, version] of versions) this.#readAs.set(id, { version, until: answer.until });
    const read = new Map(answer.operators.map((timeline) => [timeline.id, named(timeline)]));
    this.#timelines.update((known) => new Map([...known, ...read]));
    this.#span.set(answer);
    // Rows that came into view while the hub answered do not wait for the next tick.
    if (this.#unread(this.#shown)) void this.#readTimelines();
  }

  /** The next timelines to read: those shown and changed, else some of the others. */
  #wanted(): readonly string[] {
    const isStale = (id: string): boolean => this.#readAs.get(id)?.version !== this.#versionOf(id);
    const shown = this.#shown.filter(isStale);
    if (shown.length > 0) return shown.slice(0, timelinesAtOnce);
    const before = (this.#span()?.until ?? 0) - laterInterval;
    const isDue = (id: string): boolean => {
      const read = this.#readAs.get(id);
      return !read || (read.until <= before && isStale(id));
    };
    return this.#later.filter(isDue).slice(0, timelinesAtOnce);
  }

  #unread(ids: readonly string[]): boolean {
    return ids.some((id) => !this.#readAs.has(id));
  }

  #versionOf(id: string): string {
    const record = this.#operators.get(id)?.record();
    return record ? `${record.epoch} ${record.seq} ${record.confidence}` : 'gone';
  }
}
