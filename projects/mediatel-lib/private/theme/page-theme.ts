import { Injectable, NgZone, inject } from '@angular/core';
import type { ThemeWatch } from './theme-watch';

/** Loads what completes the page's theme, when the first part is on the page. */
@Injectable({ providedIn: 'root' })
export class PageTheme {
  readonly #zone = inject(NgZone);
  readonly #parts = new Set<HTMLElement>();
  #watch: Promise<ThemeWatch> | null = null;

  /** Adds a part that is on the page. */
  add(part: HTMLElement): void {
    // A part in another part has its tokens from that one.
    if (part.parentElement?.closest('.mediatel-part, .mediatel-overlay')) return;
    // Not in jsdom: a host's own tests have no styles to complete.
    if (!('adoptedStyleSheets' in document)) return;
    this.#parts.add(part);
    void this.#zone.runOutsideAngular(() => this.#complete(part));
  }

  /** Forgets a part that is destroyed. */
  remove(part: HTMLElement): void {
    if (!this.#parts.delete(part)) return;
    void this.#watch?.then(
      (watch) => watch.remove(part),
      // The chunk did not come, so nothing is set at the part.
      () => undefined,
    );
  }

  async #complete(part: HTMLElement): Promise<void> {
    this.#watch ??= import('./theme-watch').then(({ ThemeWatch }) => new ThemeWatch());
    try {
      const watch = await this.#watch;
      if (this.#parts.has(part)) watch.add(part);
    } catch {
      // Offline, or the chunk is gone after a deployment: the next part tries again.
      this.#watch = null;
    }
  }
}
