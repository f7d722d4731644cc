import { DOCUMENT, DestroyRef, ElementRef, Injectable, inject, signal } from '@angular/core';

/**
 * Shows a component on the whole screen, and keeps the screen awake for so long.
 *
 * A browser that allows no full screen gives the whole window. Provided by the component.
 */
@Injectable()
export class WholeScreen {
  readonly #document = inject(DOCUMENT);
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #isOn = signal(false);
  #lock: WakeLockSentinel | null = null;

  /** Whether the component covers the screen or the window. */
  readonly isOn = this.#isOn.asReadonly();

  constructor() {
    // The Escape key of the browser ends the full screen without a press of our button.
    const changed = (): void => {
      if (this.#document.fullscreenElement !== this.#element) this.#ended();
    };
    this.#document.addEventListener('fullscreenchange', changed);
    inject(DestroyRef).onDestroy(() => {
      this.#document.removeEventListener('fullscreenchange', changed);
      void this.leave();
    });
  }

  /** Covers the screen. Never rejects. */
  async enter(): Promise<void> {
    this.#isOn.set(true);
    await this.#element.requestFullscreen?.().catch(() => undefined);
    const lock = await navigator.wakeLock?.request('screen').catch(() => null);
    if (this.#isOn()) this.#lock = lock ?? null;
    else await lock?.release();
  }

  /** Gives the screen back. Never rejects. */
  async leave(): Promise<void> {
    this.#ended();
    if (this.#document.fullscreenElement === this.#element)
      await this.#document.exitFullscreen().catch(() => undefined);
  }

  #ended(): void {
    this.#isOn.set(false);
    void this.#lock?.release();
    this.#lock = null;
  }
}
