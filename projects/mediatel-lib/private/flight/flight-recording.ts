import { type FlightPage, earlierPages } from './earlier-pages';
import type { FlightArchive } from './flight-archive';
import type { FlightEntry } from './flight-entry';
import { type FileHead, FlightTape, type TapeLimits, type TapedEntry } from './flight-tape';
import { joinPages } from './join-pages';
import type { Redaction } from './redact';

/** How long a report waits for the browser's storage (ms). A storage may never answer. */
const patience = 2000;

/** What a recording needs from its page. */
export interface RecordingPlace {
  readonly limits: TapeLimits;
  /** The browser's tab; the same after a reload. */
  readonly tab: string;
  /** Where entries outlast the page; `null`: nowhere, because they are not masked. */
  readonly archive: FlightArchive | null;
  /** Wall clock minus monotonic clock (ms). */
  readonly origin: () => number;
}

/** This page's entries in memory, and a copy in the browser's storage that the next page finds. */
export class FlightRecording {
  readonly #place: RecordingPlace;
  readonly #tape: FlightTape;
  /** Whose work the entries are; `null`: nobody has signed in yet, and nothing is stored. */
  #owner: string | null = null;
  #unwritten: TapedEntry[] = [];

  constructor(place: RecordingPlace) {
    this.#place = place;
    this.#tape = new FlightTape(place.limits);
  }

  /** Redacts entries, keeps them, and begins to store them. */
  add(entries: readonly FlightEntry[], rules: Redaction): void {
    for (const entry of entries) {
      if (entry.type === 'opened') this.#belongTo(entry.user);
      const taped = this.#tape.add(entry, rules);
      if (this.#owner !== null) this.#unwritten.push(taped);
    }
    const { archive, origin } = this.#place;
    const { beginsAt, lasting } = this.#tape;
    const unwritten = this.#unwritten.splice(0);
    void archive?.write({ entries: unwritten, beginsAt, lasting, origin: origin() });
  }

  /** Writes the file's text: this page's entries, and those of the operator's pages before it. */
  async write(head: Omit<FileHead, 'storage'>, rules: Redaction): Promise<string> {
    const { archive, limits, origin } = this.#place;
    const own: FlightPage = { entries: this.#tape.entries, origin: origin() };
    const earlier = await this.#earlier(own);
    const storage = archive === null ? 'unmasked' : archive.storage;
    if (earlier.length === 0) return this.#tape.write({ ...head, storage }, rules);
    const { tape, shift } = joinPages([...earlier, own], limits);
    const { wall, monotonic } = head.savedAt;
    return tape.write({ ...head, storage, savedAt: { wall, monotonic: monotonic + shift } }, rules);
  }

  /** Forgets everything, here and in the storage: the operator has signed out. */
  forget(): void {
    this.#owner = null;
    this.#unwritten = [];
    this.#tape.clear();
    void this.#place.archive?.forget();
  }

  #belongTo(user: string): void {
    if (user === this.#owner) return;
    if (this.#owner !== null) this.forget();
    this.#owner = user;
    this.#place.archive?.begin(user);
    this.#unwritten = [...this.#tape.entries];
  }

  async #earlier({ entries, origin }: FlightPage): Promise<readonly FlightPage[]> {
    const { archive, tab } = this.#place;
    const began = entries[0]?.at;
    if (archive === null || began === undefined) return [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never[]>((resolve) => {
      timer = setTimeout(() => resolve([]), patience);
    });
    const chunks = await Promise.race([archive.earlier(), tooLate]);
    clearTimeout(timer);
    return earlierPages(chunks, tab, origin + began);
  }
}
