/** Lines that were spoken, up to a number of bytes. The line used longest ago is forgotten first. */
export class SpokenLines {
  readonly #lines = new Map<string, Int16Array>();
  #bytes = 0;
  readonly #maxBytes: number;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): Int16Array | undefined {
    const line = this.#lines.get(key);
    if (!line) return undefined;
    this.#lines.delete(key);
    this.#lines.set(key, line);
    return line;
  }

  /** A line that is larger than everything is not kept. */
  keep(key: string, line: Int16Array): void {
    this.#forget(key);
    if (line.byteLength > this.#maxBytes) return;
    this.#lines.set(key, line);
    this.#bytes += line.byteLength;
    for (const oldest of this.#lines.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#lines.get(key)?.byteLength ?? 0;
    this.#lines.delete(key);
  }
}
