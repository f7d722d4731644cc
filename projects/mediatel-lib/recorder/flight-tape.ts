import type { FlightEntry, FlightFact } from './flight-entry';
import { type FlightFile, flightFormat, flightVersion, libraryVersion } from './flight-file';
import { type Redaction, redact } from './redact';

/** How much is kept: the shorter of both. */
export interface TapeLimits {
  readonly milliseconds: number;
  readonly characters: number;
}

interface Kept {
  readonly at: number;
  readonly kind: string;
  readonly text: string;
}

/** Entries of one kind say what the one before said anew. */
function kindOf(entry: FlightFact): string {
  if (entry.type === 'message') return `message ${entry.message.type}`;
  if (entry.type === 'phone') return `phone ${entry.event.type}`;
  return entry.type;
}

/** Facts that describe a state, so that the last one still holds when it is too old to be kept with the others. */
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

/** What is written in a file around the entries. */
export type FileHead = Pick<FlightFile, 'browser' | 'operator' | 'savedAt'>;

/**
 * The last of what happened, redacted when it is taken up, within limits of time and size.
 *
 * Of what falls out at the old end the last of each kind stays: a recording begins with how things stood.
 */
export class FlightTape {
  readonly #limits: TapeLimits;
  #kept: Kept[] = [];
  /** Entries before it have fallen out; they are cut off in bulk, so that one costs no more than another. */
  #first = 0;
  #characters = 0;
  readonly #before = new Map<string, Kept>();

  constructor(limits: TapeLimits) {
    this.#limits = limits;
  }

  get characters(): number {
    return this.#characters;
  }

  add(entry: FlightEntry, rules: Redaction): void {
    const { at, type, ...rest } = entry;
    const text = redact({ at, type, ...rest }, rules);
    this.#kept.push({ at, kind: kindOf(entry), text });
    this.#characters += text.length;
    this.#trim(at);
  }

  /** The file's text. */
  write(head: FileHead, rules: Redaction): string {
    const { browser, operator, savedAt } = head;
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
    };
    const before = [...this.#before.values()].sort((a, b) => a.at - b.at);
    const texts = [...before, ...this.#kept.slice(this.#first)].map(({ text }) => text);
    return `${JSON.stringify(around).slice(0, -1)},"entries":[\n${texts.join(',\n')}\n]}\n`;
  }

  #trim(now: number): void {
    const { milliseconds, characters } = this.#limits;
    for (;;) {
      const oldest = this.#kept[this.#first];
      if (oldest === undefined || (oldest.at >= now - milliseconds && this.#characters <= characters)) break;
      this.#first += 1;
      this.#characters -= oldest.text.length;
      if (lasting.has(oldest.kind)) this.#before.set(oldest.kind, oldest);
    }
    if (this.#first > 1000 && this.#first * 2 > this.#kept.length) {
      this.#kept = this.#kept.slice(this.#first);
      this.#first = 0;
    }
  }
}
