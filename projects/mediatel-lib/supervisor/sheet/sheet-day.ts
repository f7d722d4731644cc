import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  NgZone,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { type TimelinesAnswer, phaseOfSegment } from 'mediatel-lib/hub-protocol';
import { type AgentAppearance, MediatelIntl, MediatelStateColor, durationWords } from 'mediatel-lib/ui';
import { bandsOf } from '../day/band/day-band';
import { BandPatterns } from '../day/band/band-patterns';
import { OperatorBand } from '../day/band/operator-band';
import { HubClient } from '../hub/hub-client';

/** How often today is read again while the sheet is open (ms). */
const readInterval = 15_000;
/** Height of the band (px). */
const bandHeight = 24;

/** Today's band of one operator, from the first known state until now, with the longest states in words. */
@Component({
  selector: 'mediatel-sheet-day',
  imports: [BandPatterns, MediatelStateColor, OperatorBand],
  templateUrl: './sheet-day.html',
  styleUrl: './sheet-day.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetDay {
  /** The operator's id. */
  readonly operator = input.required<string>();

  readonly #hub = inject(HubClient);
  readonly #intl = inject(MediatelIntl);
  /** The hub's answer; `undefined` before it comes, `null` when the hub has none. */
  readonly #read = signal<TimelinesAnswer | null | undefined>(undefined);
  protected readonly failed = computed(() => (this.#read() === null ? this.#intl.viewLabels().acts.noDay : null));
  readonly #width = signal(0);
  protected readonly bandHeight = bandHeight;
  readonly #segments = computed(() => this.#read()?.operators[0]?.segments ?? []);

  protected readonly band = computed(() => {
    const timeline = this.#read()?.operators[0];
    const read = this.#read();
    const begin = timeline?.segments[0]?.from;
    if (!read || !timeline || begin === undefined || read.until <= begin) return null;
    const clock = new Intl.DateTimeFormat(this.#intl.labels().language, {
      timeStyle: 'short',
      hourCycle: 'h23',
      timeZone: read.timeZone,
    });
    return {
      bands: bandsOf(timeline, { until: read.until, isNow: true }),
      scale: { begin, end: read.until, width: this.#width() },
      begin: clock.format(begin),
      end: clock.format(read.until),
    };
  });

  /** The time in each state, the longest first. */
  protected readonly sums = computed(() => {
    const read = this.#read();
    if (!read) return [];
    const { appearance, language } = this.#intl.labels();
    const times = new Map<AgentAppearance | 'unconfirmed', number>();
    for (const segment of this.#segments()) {
      const phase = phaseOfSegment(segment);
      const time = Math.max(0, Math.min(segment.to ?? read.until, read.until) - segment.from);
      times.set(phase, (times.get(phase) ?? 0) + time);
    }
    return [...times]
      .filter(([phase, time]) => phase !== 'loggedOut' && time >= 1000)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 5)
      .map(([phase, time]) => ({
        look: phase === 'unconfirmed' ? ('notReady' as const) : phase,
        word: phase === 'unconfirmed' ? this.#intl.viewLabels().board.unconfirmed : appearance[phase],
        time: durationWords(Math.round(time / 1000), language),
      }));
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyRef = inject(DestroyRef);
    // Not on a server, which has no ResizeObserver.
    afterNextRender(() => {
      const observer = new ResizeObserver(([entry]) => entry && this.#width.set(Math.floor(entry.contentRect.width)));
      observer.observe(host);
      destroyRef.onDestroy(() => observer.disconnect());
    });
    effect(() => {
      const id = this.operator();
      untracked(() => {
        this.#read.set(undefined);
        void this.#readDay(id);
      });
    });
    const timer = inject(NgZone).runOutsideAngular(() =>
      setInterval(() => void this.#readDay(this.operator()), readInterval),
    );
    destroyRef.onDestroy(() => clearInterval(timer));
  }

  async #readDay(id: string): Promise<void> {
    const answer = await this.#hub.timelines({ operators: [id] });
    // Another operator was chosen in the meantime.
    if (id !== this.operator()) return;
    // What was read before is better than nothing.
    if (answer !== null || !this.#read()) this.#read.set(answer);
  }
}
