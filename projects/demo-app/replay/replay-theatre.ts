import type { ApplicationRef } from '@angular/core';
import { Store } from '@ngrx/store';
import { SharedTick } from 'mediatel-lib/desk';
import { type FlightEntry, type FlightFile, ReplayStage } from 'mediatel-lib/recorder';
import { SessionActions } from 'mediatel-lib/store';
import { type LanguageTag, MediatelIntl } from 'mediatel-lib/ui';
import { attachDesk, createInertDesk } from './inert-desk';
import { pageStarts } from './recorded/recorded-time';

/** The entries of one page of a recording: `from` is the index of its first entry, `end` of the next page's. */
interface RecordedPage {
  readonly from: number;
  readonly end: number;
}

/** A desk that plays one page of a recording. It is a separate application that can't reach the viewer's data. */
class Performance {
  readonly page: RecordedPage;
  readonly #file: FlightFile;
  readonly #app: ApplicationRef;
  readonly #stage: ReplayStage;
  readonly #store: Store;
  #next: number;

  private constructor(file: FlightFile, page: RecordedPage, app: ApplicationRef, host: HTMLElement, inert: () => void) {
    this.#file = file;
    this.page = page;
    this.#next = page.from;
    this.#app = app;
    this.#stage = app.injector.get(ReplayStage);
    this.#store = app.injector.get(Store);
    this.#stage.inert.subscribe(inert);
    // A recording without its beginning starts signed in.
    if (!file.entries.slice(page.from, page.end).some(({ type }) => type === 'opened')) this.#signedIn();
    attachDesk(app, host);
  }

  static async begin(file: FlightFile, page: RecordedPage, host: HTMLElement, inert: () => void): Promise<Performance> {
    const app = await createInertDesk('replay', file.operator);
    return new Performance(file, page, app, host, inert);
  }

  /** Plays all entries up to this monotonic time (ms), which must not be earlier than the last. */
  showTo(time: number): void {
    for (let entry = this.#entry(); entry !== undefined && entry.at <= time; entry = this.#entry()) {
      this.#next += 1;
      if (entry.type === 'opened') this.#signedIn(entry);
      if (entry.type === 'closed') this.#store.dispatch(SessionActions.signedOut());
      this.#stage.showEntry(entry);
      // Signals keep only their last value, so effects must run for each connection.
      if (entry.type === 'connection') this.#app.tick();
    }
    this.#stage.now = time;
    this.#app.injector.get(SharedTick).beat();
    this.#app.tick();
  }

  async speak(language: LanguageTag): Promise<void> {
    await this.#app.injector.get(MediatelIntl).setLanguage(language);
    this.#app.tick();
  }

  end(): void {
    this.#app.destroy();
  }

  #entry(): FlightEntry | undefined {
    return this.#next < this.page.end ? this.#file.entries[this.#next] : undefined;
  }

  #signedIn({ user, extension } = this.#file.operator ?? { user: '', extension: '' }): void {
    this.#store.dispatch(SessionActions.signedIn({ user, extension }));
  }
}

/**
 * Plays a recording. To go back in time, it starts the page again.
 *
 * Each page of a recording is an application of its own, as it was: after a reload the desk knows nothing of before.
 */
export class ReplayTheatre {
  #performance: Performance | null = null;
  #shown = -Infinity;
  #wanted = 0;
  #language: LanguageTag = 'en';
  #playing: Promise<void> | null = null;
  #closed = false;
  readonly #file: FlightFile;
  readonly #place: HTMLElement;
  readonly #inert: () => void;
  readonly #pages: readonly RecordedPage[];

  constructor(file: FlightFile, place: HTMLElement, inert: () => void) {
    this.#file = file;
    this.#place = place;
    this.#inert = inert;
    const starts = pageStarts(file);
    this.#pages = starts.map((from, index) => ({ from, end: starts[index + 1] ?? file.entries.length }));
  }

  /** Shows the desk as it was at this monotonic time (ms). Of several pending times only the last one counts. */
  show(time: number): Promise<void> {
    this.#wanted = time;
    this.#playing ??= this.#play().finally(() => (this.#playing = null));
    return this.#playing;
  }

  /** Changes the desk's language, also of the pages that are shown later. One that can't be loaded changes nothing. */
  speak(language: LanguageTag): void {
    this.#language = language;
    void this.#performance?.speak(language).catch(() => undefined);
  }

  close(): void {
    this.#closed = true;
    this.#end();
  }

  async #play(): Promise<void> {
    while (this.#shown !== this.#wanted && !this.#closed) {
      const page = this.#pageAt(this.#wanted);
      if (this.#wanted < this.#shown || this.#performance?.page !== page) this.#end();
      this.#performance ??= await this.#begin(page);
      if (this.#closed) return this.#end();
      // Meanwhile another page may be wanted.
      if (this.#pageAt(this.#wanted) !== page) continue;
      this.#shown = this.#wanted;
      this.#performance.showTo(this.#shown);
    }
  }

  #pageAt(time: number): RecordedPage {
    const { entries } = this.#file;
    return this.#pages.findLast(({ from }) => (entries[from]?.at ?? 0) <= time) ?? this.#pages[0]!;
  }

  async #begin(page: RecordedPage): Promise<Performance> {
    const host = this.#place.ownerDocument.createElement('mediatel-desk');
    this.#place.replaceChildren(host);
    this.#shown = -Infinity;
    const performance = await Performance.begin(this.#file, page, host, this.#inert);
    await performance.speak(this.#language).catch(() => undefined);
    return performance;
  }

  #end(): void {
    this.#performance?.end();
    this.#performance = null;
  }
}
