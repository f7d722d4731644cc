import { DestroyRef, Injectable, NgZone, type Signal, type WritableSignal, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type HubDelta, type HubSnapshot, type OperatorRecord, isNewer } from 'mediatel-lib/hub-protocol';
import { type HubMessage, HubClient } from './hub-client';
import { shownName } from './shown-name';

/** One operator. A row reads only its own signals, so that a change renders one row. */
export interface OperatorEntry {
  /** The operator's id. */
  readonly id: string;
  /** What the hub knows about the operator. */
  readonly record: Signal<OperatorRecord>;
  /**
   * Time of the last report: milliseconds since the epoch, by the hub's clock.
   *
   * It is not part of `record`, because it changes each second for all operators.
   */
  readonly confirmedAt: Signal<number>;
}

interface OwnEntry {
  readonly id: string;
  readonly record: WritableSignal<OperatorRecord>;
  readonly confirmedAt: WritableSignal<number>;
}

/**
 * All operators as the hub knows them: its snapshot with every delta applied.
 *
 * Deltas are applied once per animation frame, however many came, because the screen is not updated more often. Law, tested
 * with generated deltas: the result is the same as if they were applied one by one.
 */
@Injectable({ providedIn: 'root' })
export class MediatelOperators {
  readonly #zone = inject(NgZone);
  readonly #entries = new Map<string, OwnEntry>();
  readonly #version = signal(0);
  #waiting: HubMessage[] = [];
  #frame: number | null = null;

  /** Counts the changes. Values that depend on all operators follow it. */
  readonly version = this.#version.asReadonly();

  constructor() {
    inject(HubClient)
      .messages.pipe(takeUntilDestroyed())
      .subscribe((message) => this.#queueMessage(message));
    inject(DestroyRef).onDestroy(() => {
      if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    });
  }

  /** All operators. The order has no meaning. Read `version` to follow changes. */
  all(): Iterable<OperatorEntry> {
    return this.#entries.values();
  }

  /** The operator with this id; `undefined` when the hub does not know it or this supervisor may not see it. */
  get(id: string): OperatorEntry | undefined {
    return this.#entries.get(id);
  }

  /** Applies the waiting messages at once, without waiting for the next animation frame. */
  flush(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    const messages = this.#waiting;
    if (messages.length === 0) return;
    this.#waiting = [];
    for (const message of messages) {
      if (message.type === 'picture') this.#replace(message.picture);
      else this.#apply(message.frame);
    }
    this.#version.update((version) => version + 1);
  }

  #queueMessage(message: HubMessage): void {
    // A snapshot replaces all messages before it. A hidden page has no animation frames and must not collect endlessly.
    if (message.type === 'picture') this.#waiting = [];
    this.#waiting.push(message);
    if (this.#waiting.length > 200) this.flush();
    else this.#zone.runOutsideAngular(() => (this.#frame ??= requestAnimationFrame(() => this.flush())));
  }

  #replace({ operators }: HubSnapshot): void {
    const present = new Set(operators.map(({ id }) => id));
    for (const id of this.#entries.keys()) {
      if (!present.has(id)) this.#entries.delete(id);
    }
    for (const record of operators) this.#set(record);
  }

  #apply({ at, changed, confirmed, unconfirmed, gone }: HubDelta): void {
    for (const record of changed) {
      const known = this.#entries.get(record.id)?.record();
      if (!known || !isNewer(known, record)) this.#set(record);
    }
    for (const id of confirmed) this.#entries.get(id)?.confirmedAt.set(at);
    for (const id of unconfirmed) {
      this.#entries.get(id)?.record.update((record) => ({ ...record, confidence: 'unconfirmed' }));
    }
    for (const id of gone) this.#entries.delete(id);
  }

  #set(heard: OperatorRecord): void {
    const record = { ...heard, name: shownName(heard.name, heard.presence.operator || heard.id) };
    const entry = this.#entries.get(record.id);
    if (entry) {
      entry.record.set(record);
      entry.confirmedAt.set(record.confirmedAt);
    } else {
      const { id, confirmedAt } = record;
      this.#entries.set(id, { id, record: signal(record), confirmedAt: signal(confirmedAt) });
    }
  }
}
