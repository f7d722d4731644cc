import type { FlightEntry, FlightFact } from './flight-entry';
import { type FlightFile, flightFormat, flightVersion, libraryVersion } from './flight-file';
import { type Redaction, redact } from './redact';

/** How much is kept. Both limits apply. */
export interface TapeLimits {
  readonly milliseconds: number;
  readonly characters: number;
}

/** A redacted entry. */
export interface TapedEntry {
  /** The entry's monotonic time (ms). */
  readonly at: number;
  /** What a later entry replaces; see `kindOf`. */
  readonly kind: string;
  /** The entry as JSON. */
  readonly text: string;
}

/** The kind of an entry. A later entry of the same kind replaces what the earlier one says. */
function kindOf(entry: FlightFact): string {
  if (entry.type === 'message') return `message ${entry.message.type}`;
  if (entry.type === 'phone') return `phone ${entry.event.type}`;
  if (entry.type === 'page' && entry.event === 'loaded') return pageBegins;
  return entry.type;
}

/** The kind of a page's first entry. Nothing of the page before lasts. */
const pageBegins = 'page loaded';

/** Kinds that describe a state. The last one still holds when it is too old to be kept with the others. */
const lasting: ReadonlySet<string> = new Set([
  'opened',
  'connection',
  'message snapshot',
  'phone registrationChanged',
  'phone microphoneChanged',
  'phone playbackChanged',
  'phone deviceChanged',
  'phone invited',
  'phone answered',
  'phone microphoneOpened',
  'phone muteChanged',
  'phone ended',
  'audio',
]);

/** What a file contains besides the entries. */
export type FileHead = Required<Pick<FlightFile, 'browser' | 'operator' | 'savedAt' | 'storage'>>;

/**
 * The latest entries, redacted as they are added, within limits of time and size.
 *
 * Of the entries that are dropped, the last one of each lasting kind is kept: a recording begins with the state at
 * that time.
 */
export class FlightTape {
  readonly #limits: TapeLimits;
  #kept: TapedEntry[] = [];
  /**
   * Index of the first entry that counts. Entries before it are cut off in bulk, so that no single `add` costs more.
   */
  #first = 0;
  #characters = 0;
  readonly #before = new Map<string, TapedEntry>();

  constructor(limits: TapeLimits) {
    this.#limits = limits;
  }

  get characters(): number {
    return this.#characters;
  }

  /** Time of the first entry within the limits (ms); `Infinity` if there is none. */
  get beginsAt(): number {
    return this.#kept[this.#first]?.at ?? Infinity;
  }

  /** The last entry of each lasting kind from before `beginsAt`, in the order of time. */
  get lasting(): readonly TapedEntry[] {
    return [...this.#before.values()].sort((a, b) => a.at - b.at);
  }

  /** All entries in the order of time. */
  get entries(): readonly TapedEntry[] {
    return [...this.lasting, ...this.#kept.slice(this.#first)];
  }

  add(entry: FlightEntry, rules: Redaction): TapedEntry {
    const { at, type, ...rest } = entry;
    const taped = { at, kind: kindOf(entry), text: redact({ at, type, ...rest }, rules) };
    this.append(taped);
    return taped;
  }

  /** Adds an entry that is redacted already. */
  append(taped: TapedEntry): void {
    this.#kept.push(taped);
    this.#characters += taped.text.length;
    this.#trim(taped.at);
  }

  clear(): void {
    this.#kept = [];
    this.#first = 0;
    this.#characters = 0;
    this.#before.clear();
  }

  /** Writes the file's text. */
  write(head: FileHead, rules: Redaction): string {
    const { browser, operator, savedAt, storage } = head;
    const around: Omit<FlightFile, 'entries'> = {
      format: flightFormat,
      version: flightVersion,
      library: libraryVersion,
      ...(JSON.parse(redact({ browser, operator }, { ...rules, maskNumbers: false })) as Pick<
        FlightFile,
        'browser' | 'operator'
      >),
      savedAt,
      numbersMasked: rules.maskNumbers,
      storage,
    };
    const texts = this.entries.map(({ text }) => text);
    return `${JSON.stringify(around).slice(0, -1)},"entries":[\n${texts.join(',\n')}\n]}\n`;
  }

  #trim(now: number): void {
    const { milliseconds, characters } = this.#limits;
    for (;;) {
      const oldest = this.#kept[this.#first];
      if (oldest === undefined || (oldest.at >= now - milliseconds && this.#characters <= characters)) break;
      this.#first += 1;
      this.#characters -= oldest.text.length;
      if (oldest.kind === pageBegins) this.#before.clear();
      if (lasting.has(oldest.kind)) this.#before.set(oldest.kind, oldest);
    }
    if (this.#first > 1000 && this.#first * 2 > this.#kept.length) {
      this.#kept = this.#kept.slice(this.#first);
      this.#first = 0;
    }
  }
}
