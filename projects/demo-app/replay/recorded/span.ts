/** A time in which something stays the same, in milliseconds from the recording's beginning. */
export interface Span<Value> {
  readonly fromMs: number;
  readonly toMs: number;
  readonly value: Value;
}

/** Collects spans from changes that come in the order of time. */
export class SpanList<Value> {
  readonly #spans: Span<Value>[] = [];
  #open: { readonly fromMs: number; readonly value: Value } | null = null;

  /** Begins a span, and ends the one before it. `null`: nothing is known from now on. The same value goes on. */
  change(atMs: number, value: Value | null): void {
    if (this.#open?.value === value) return;
    this.#close(atMs);
    if (value !== null) this.#open = { fromMs: atMs, value };
  }

  /** The value at present; `null` if nothing is known. */
  get value(): Value | null {
    return this.#open?.value ?? null;
  }

  /** Ends the last span, and returns all in the order of time. */
  end(atMs: number): readonly Span<Value>[] {
    this.#close(atMs);
    return this.#spans;
  }

  #close(atMs: number): void {
    const open = this.#open;
    this.#open = null;
    // Of two changes at the same time the last one counts.
    if (open !== null && atMs > open.fromMs) this.#spans.push({ ...open, toMs: atMs });
  }
}
