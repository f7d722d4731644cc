import { DestroyRef, Injectable, NgZone, type Signal, type WritableSignal, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type HubDelta, type HubSnapshot, type OperatorRecord, isNewer } from 'mediatel-lib/hub-protocol';
import { type HubMessage, HubClient } from './hub-client';

/** One operator: who shows them follows `record` alone, so that a change draws one row. */
export interface OperatorEntry {
  readonly id: string;
  readonly record: Signal<OperatorRecord>;
  /** The hub's clock, milliseconds: apart from the record, since it moves each second for everybody. */
  readonly confirmedAt: Signal<number>;
}

interface OwnEntry {
  readonly id: string;
  readonly record: WritableSignal<OperatorRecord>;
  readonly confirmedAt: WritableSignal<number>;
}

/**
 * What the hub has told of every operator: the picture, with every frame applied.
 *
 * Frames are applied once an animation frame, however many came: the screen is not drawn more often. Law, tested with generated frames:
 * it equals the frames applied one by one.
 */
@Injectable({ providedIn: 'root' })
export class MediatelOperators {
  readonly #zone = inject(NgZone);
  readonly #entries = new Map<string, OwnEntry>();
  readonly #version = signal(0);
  #waiting: HubMessage[] = [];
  #frame: number | null = null;

  /** Counts the changes; what is told from all operators follows it. */
  readonly version = this.#version.asReadonly();

  constructor() {
    inject(HubClient)
      .messages.pipe(takeUntilDestroyed())
      .subscribe((message) => this.#take(message));
    inject(DestroyRef).onDestroy(() => {
      if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    });
  }

  all(): Iterable<OperatorEntry> {
    return this.#entries.values();
  }

  get(id: string): OperatorEntry | undefined {
    return this.#entries.get(id);
  }

  /** Applies what came since the last animation frame, now. */
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

  #take(message: HubMessage): void {
    // A picture makes what came before it meaningless; a hidden page, which draws nothing, must not collect without end.
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

  #set(record: OperatorRecord): void {
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
