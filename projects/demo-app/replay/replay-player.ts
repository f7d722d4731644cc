import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatIconButton } from '@angular/material/button';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { MatSlider, MatSliderThumb } from '@angular/material/slider';
import type { FlightFile } from 'mediatel-lib/recorder';
import { MediatelIntl } from 'mediatel-lib/ui';
import { Icon } from '../kit/icon';
import { localeOf } from '../kit/locale';
import { PageLanguage } from '../kit/page-language';
import { clockWords } from './clock-words';
import type { EventMark } from './events/plain-event';
import { plainEvents } from './events/plain-events';
import { technicalLines } from './events/technical-lines';
import { marksOf } from './lanes/marks';
import { ReplayLanes } from './lanes/replay-lanes';
import { Playback, speeds } from './playback';
import { beginningOf, lengthOf, wallTimeAt } from './recorded/recorded-time';
import { ReplayTheatre } from './replay-theatre';
import { eventWords } from './words/event-words';
import { replayWords } from './words/replay.words';

/** Number of events listed before and after the present one: a shift has thousands. */
const listed = 60;
/** The slider's step (ms). Its end is a whole number of steps, or the last entries could not be reached by keys. */
const step = 100;
/** How long after a press a command to the replayed desk counts as the viewer's own (ms). */
const handSpan = 1000;

/** A line of the list. `mark`: its sign, or the kind of a technical line. */
interface ListedEvent {
  readonly atMs: number;
  readonly mark: EventMark | 'technical';
  readonly words: string;
}

/** A recording's desk, with its lanes, its events and the controls of its time. */
@Component({
  selector: 'app-replay-player',
  imports: [
    Icon,
    MatButtonToggle,
    MatButtonToggleGroup,
    MatIconButton,
    MatSlideToggle,
    MatSlider,
    MatSliderThumb,
    ReplayLanes,
  ],
  providers: [Playback],
  templateUrl: './replay-player.html',
  styleUrl: './replay-player.scss',
  host: { '(document:keydown)': 'pressed($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReplayPlayer {
  readonly file = input.required<FlightFile>();
  /** Where the file is opened (ms from its beginning). */
  readonly beginsAt = input(0);

  protected readonly playback = inject(Playback);
  protected readonly language = inject(PageLanguage);
  protected readonly labels = inject(MediatelIntl).labels;
  protected readonly words = computed(() => replayWords[this.language.tag()]);
  protected readonly speeds = speeds;
  protected readonly sliderStep = step;
  protected readonly clock = clockWords;
  protected readonly stage = viewChild.required<ElementRef<HTMLElement>>('stage');
  protected readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  protected readonly failed = signal(false);
  protected readonly asked = signal(false);
  protected readonly showProtocol = signal(false);

  protected readonly plain = computed(() => plainEvents(this.file()));
  protected readonly events = computed((): readonly ListedEvent[] => {
    const words = this.words();
    if (this.showProtocol()) return technicalLines(this.file()).map((line) => ({ ...line, mark: 'technical' }));
    return this.plain().map(({ atMs, mark, fact }) => ({ atMs, mark, words: eventWords(fact, words) }));
  });
  /** Index of the last event that is past; -1 before the first. */
  protected readonly present = computed(() => {
    const position = this.playback.position();
    return this.events().findLastIndex(({ atMs }) => atMs <= position);
  });
  protected readonly shown = computed(() => {
    const from = Math.max(0, this.present() - listed);
    return this.events()
      .slice(from, this.present() + listed)
      .map((event, index) => ({ ...event, index: from + index }));
  });
  protected readonly marks = computed(() => {
    const [words, length] = [this.words(), this.playback.length()];
    const marks = marksOf(this.plain(), ['request', 'incident', 'reload'], length, ({ fact }) =>
      eventWords(fact, words),
    );
    return marks.map(({ atMs, mark }) => ({ mark, start: (atMs / length) * 100 }));
  });
  protected readonly wallTime = computed(() =>
    new Date(wallTimeAt(this.file(), this.playback.position())).toLocaleTimeString(localeOf(this.language.tag())),
  );
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
    effect(() => this.#theatre()?.speak(this.language.tag()));
    effect(() => {
      const time = beginningOf(this.file()) + this.playback.position();
      this.#theatre()
        ?.show(time)
        .catch(() => this.failed.set(true));
    });
    afterRenderEffect(() => {
      this.present();
      this.#scrollToPresent();
    });
    inject(DestroyRef).onDestroy(() => stop.abort());
  }

  protected touched(): void {
    this.#pressedAt = performance.now();
  }

  /** Moves to the event before or after the present one. */
  protected step(by: 1 | -1): void {
    const position = this.playback.position();
    const events = this.events();
    const next =
      by === 1
        ? events.find(({ atMs }) => atMs > position)
        : events.findLast(({ atMs }) => atMs < Math.floor(position));
    this.playback.pause();
    this.go(next?.atMs ?? (by === 1 ? this.playback.length() : 0));
  }

  /** Moves to another moment. What was pressed at the one before is said no more. */
  protected go(position: number): void {
    this.asked.set(false);
    this.playback.seek(position);
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

  /** Keeps the present event in sight. Only the list scrolls, not the page. */
  #scrollToPresent(): void {
    const list = this.list().nativeElement;
    const item = list.querySelector<HTMLElement>('[aria-current]');
    if (item === null) return;
    const above = item.offsetTop - list.offsetTop;
    const isSeen = above >= list.scrollTop && above + item.offsetHeight <= list.scrollTop + list.clientHeight;
    if (!isSeen) list.scrollTop = above - list.clientHeight / 3;
  }

  #open(file: FlightFile, place: HTMLElement): void {
    this.failed.set(false);
    this.asked.set(false);
    this.playback.pause();
    this.playback.length.set(Math.ceil(lengthOf(file) / step) * step);
    this.playback.seek(this.beginsAt());
    const inert = (): void => {
      if (performance.now() - this.#pressedAt < handSpan) this.asked.set(true);
    };
    this.#theatre.set(new ReplayTheatre(file, place, inert));
  }
}
