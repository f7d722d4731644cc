import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatSlider, MatSliderThumb } from '@angular/material/slider';
import type { FlightFile } from 'mediatel-lib/recorder';
import { Icon } from '../kit/icon';
import { flightMoments } from './flight-moments';
import { Playback, speeds } from './playback';
import { ReplayTheatre } from './replay-theatre';

/** Number of moments listed before and after the present one: a shift has thousands. */
const listed = 60;
/** How long after a press a command to the replayed desk counts as the viewer's own (ms). */
const handSpan = 1000;

const clock = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (parts[0] === 0 ? parts.slice(1) : parts).map((part) => String(part).padStart(2, '0')).join(':');
};

/** A recording's desk, with the controls of its time. */
@Component({
  selector: 'app-replay-player',
  imports: [Icon, MatButton, MatIconButton, MatSlider, MatSliderThumb],
  providers: [Playback],
  templateUrl: './replay-player.html',
  styleUrl: './replay-player.scss',
  host: { '(document:keydown)': 'pressed($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReplayPlayer {
  readonly file = input.required<FlightFile>();

  protected readonly playback = inject(Playback);
  protected readonly speeds = speeds;
  protected readonly clock = clock;
  protected readonly stage = viewChild.required<ElementRef<HTMLElement>>('stage');
  protected readonly failed = signal(false);
  protected readonly asked = signal(false);
  protected readonly moments = computed(() => flightMoments(this.file()));
  /** Index of the last moment that is past; -1 before the first. */
  protected readonly present = computed(() => {
    const position = this.playback.position();
    return this.moments().findLastIndex(({ at }) => at <= position);
  });
  protected readonly shown = computed(() => {
    const from = Math.max(0, this.present() - listed);
    return this.moments()
      .slice(from, this.present() + listed)
      .map((moment, index) => ({ ...moment, index: from + index }));
  });
  protected readonly beginning = computed(() => this.file().entries[0]?.at ?? 0);
  protected readonly wallTime = computed(() => {
    const { wall, monotonic } = this.file().savedAt;
    return new Date(wall - monotonic + this.beginning() + this.playback.position());
  });
  readonly #theatre = signal<ReplayTheatre | null>(null);
  #pressedAt = -Infinity;

  constructor() {
    const stop = new AbortController();
    // A real call asks before the page is closed. A replayed one must not.
    window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), {
      capture: true,
      signal: stop.signal,
    });
    effect((onCleanup) => {
      const file = this.file();
      const place = this.stage().nativeElement;
      untracked(() => this.#open(file, place));
      onCleanup(() => untracked(this.#theatre)?.close());
    });
    effect(() => {
      const time = this.beginning() + this.playback.position();
      this.#theatre()
        ?.show(time)
        .catch(() => this.failed.set(true));
    });
    inject(DestroyRef).onDestroy(() => stop.abort());
  }

  protected touched(): void {
    this.#pressedAt = performance.now();
  }

  /** Moves to the moment before or after the present one. */
  protected step(by: 1 | -1): void {
    const position = this.playback.position();
    const moments = this.moments();
    const next =
      by === 1 ? moments.find(({ at }) => at > position) : moments.findLast(({ at }) => at < Math.floor(position));
    this.playback.pause();
    this.playback.seek(next?.at ?? (by === 1 ? this.playback.length() : 0));
  }

  protected pressed(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : null;
    // The desk, buttons and the slider handle their own keys.
    if (event.ctrlKey || event.altKey || event.metaKey || target?.closest('mediatel-desk, button, input, a')) return;
    if (event.key === ' ') this.playback.toggle();
    else if (event.key === 'ArrowLeft') this.step(-1);
    else if (event.key === 'ArrowRight') this.step(1);
    else return;
    event.preventDefault();
  }

  #open(file: FlightFile, place: HTMLElement): void {
    const last = file.entries.at(-1)?.at ?? 0;
    this.failed.set(false);
    this.asked.set(false);
    this.playback.pause();
    this.playback.length.set(Math.max(0, last - (file.entries[0]?.at ?? 0)));
    this.playback.seek(0);
    const inert = (): void => {
      if (performance.now() - this.#pressedAt < handSpan) this.asked.set(true);
    };
    this.#theatre.set(new ReplayTheatre(file, place, inert));
  }
}
