import type { ApplicationRef } from '@angular/core';
import { Store } from '@ngrx/store';
import { SharedTick } from 'mediatel-lib/desk';
import { type FlightEntry, type FlightFile, ReplayStage } from 'mediatel-lib/recorder';
import { SessionActions } from 'mediatel-lib/store';
import { attachDesk, createInertDesk } from './inert-desk';

/** A desk that plays a recording. It is a separate application that can't reach the signed-in operator's data. */
class Performance {
  readonly #app: ApplicationRef;
  readonly #stage: ReplayStage;
  readonly #store: Store;
  #next = 0;
  readonly #file: FlightFile;

  private constructor(file: FlightFile, app: ApplicationRef, host: HTMLElement, inert: () => void) {
    this.#file = file;
    this.#app = app;
    this.#stage = app.injector.get(ReplayStage);
    this.#store = app.injector.get(Store);
    this.#stage.inert.subscribe(inert);
    // A recording without its beginning starts signed in.
    if (!file.entries.some(({ type }) => type === 'opened')) this.#signedIn();
    attachDesk(app, host);
  }

  static async begin(file: FlightFile, host: HTMLElement, inert: () => void): Promise<Performance> {
    const app = await createInertDesk('replay', file.operator);
    return new Performance(file, app, host, inert);
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

  end(): void {
    this.#app.destroy();
  }

  #entry(): FlightEntry | undefined {
    return this.#file.entries[this.#next];
  }

  #signedIn({ user, extension } = this.#file.operator ?? { user: '', extension: '' }): void {
    this.#store.dispatch(SessionActions.signedIn({ user, extension }));
  }
}

/** Plays a recording. To go back in time, it starts the recording again. */
export class ReplayTheatre {
  #performance: Performance | null = null;
  #shown = -Infinity;
  #wanted = 0;
  #playing: Promise<void> | null = null;
  #closed = false;
  readonly #file: FlightFile;
  readonly #place: HTMLElement;
  readonly #inert: () => void;

  constructor(file: FlightFile, place: HTMLElement, inert: () => void) {
    this.#file = file;
    this.#place = place;
    this.#inert = inert;
  }

  /** Shows the desk as it was at this monotonic time (ms). Of several pending times only the last one counts. */
  show(time: number): Promise<void> {
    this.#wanted = time;
    this.#playing ??= this.#play().finally(() => (this.#playing = null));
    return this.#playing;
  }

  close(): void {
    this.#closed = true;
    this.#end();
  }

  async #play(): Promise<void> {
    while (this.#shown !== this.#wanted && !this.#closed) {
      if (this.#wanted < this.#shown) this.#end();
      this.#performance ??= await this.#begin();
      if (this.#closed) return this.#end();
      this.#shown = this.#wanted;
      this.#performance.showTo(this.#shown);
    }
  }

  async #begin(): Promise<Performance> {
    const host = this.#place.ownerDocument.createElement('mediatel-desk');
    this.#place.replaceChildren(host);
    this.#shown = -Infinity;
    return Performance.begin(this.#file, host, this.#inert);
  }

  #end(): void {
    this.#performance?.end();
    this.#performance = null;
  }
}
