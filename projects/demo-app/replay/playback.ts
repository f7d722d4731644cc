import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';

export const speeds = [1, 4, 16] as const;
export type Speed = (typeof speeds)[number];

/** Milliseconds between two pictures. */
const frame = 100;

/** Where in a recording of a certain length one is, and whether it runs. Milliseconds from its beginning. */
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

  /** From the beginning, where it had come to its end. */
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
