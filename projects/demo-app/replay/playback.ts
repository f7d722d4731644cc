import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';

export const speeds = [1, 4, 16] as const;
export type Speed = (typeof speeds)[number];

/** Interval between two updates (ms). */
const frame = 100;

/** The position in a recording, in milliseconds from its beginning, and whether it plays. */
@Injectable()
export class Playback {
  readonly #position = signal(0);
  readonly #playing = signal(false);
  #timer: ReturnType<typeof setInterval> | undefined;
  #last = 0;

  readonly length = signal(0);
  readonly speed = signal<Speed>(1);
  readonly position = this.#position.asReadonly();
  readonly playing = this.#playing.asReadonly();
  readonly atEnd = computed(() => this.#position() >= this.length());

  constructor() {
    inject(DestroyRef).onDestroy(() => this.pause());
  }

  seek(position: number): void {
    this.#position.set(Math.min(Math.max(position, 0), this.length()));
    if (this.atEnd()) this.pause();
  }

  /** Plays on, or from the beginning if it was at the end. */
  play(): void {
    if (this.#playing()) return;
    if (this.atEnd()) this.#position.set(0);
    this.#playing.set(true);
    this.#last = performance.now();
    this.#timer = setInterval(() => this.#advance(), frame);
  }

  pause(): void {
    this.#playing.set(false);
    clearInterval(this.#timer);
  }

  toggle(): void {
    if (this.#playing()) this.pause();
    else this.play();
  }

  #advance(): void {
    const now = performance.now();
    const passed = (now - this.#last) * this.speed();
    this.#last = now;
    this.seek(this.#position() + passed);
  }
}
