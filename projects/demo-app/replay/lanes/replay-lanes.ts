import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import type { FlightFile } from 'mediatel-lib/recorder';
import { type AgentAppearance, type MediatelLabels, MediatelStateColor } from 'mediatel-lib/ui';
import { Icon } from '../../kit/icon';
import { clockWords } from '../clock-words';
import type { PlainEvent } from '../events/plain-event';
import { type SoundState, recordedFlow } from '../recorded/recorded-flow';
import { type LinkState, recordedLinks } from '../recorded/recorded-links';
import { recordedPhases } from '../recorded/recorded-phases';
import { recordedQuality } from '../recorded/recorded-quality';
import { beginningOf } from '../recorded/recorded-time';
import type { Span } from '../recorded/span';
import { markWords } from '../words/event-words';
import type { ReplayTexts } from '../words/replay-texts';
import { type Band, bandsOf } from './band';
import { marksOf } from './marks';
import { heightOf, qualityPath, scoreAt } from './quality-line';

/** The drawing of the line's quality, in units of its own: it is stretched to the lane. */
const drawing = { width: 1000, height: 40 };

/** What a recording contains, in lanes on one axis of time. A press on a lane seeks to that time. */
@Component({
  selector: 'app-replay-lanes',
  imports: [Icon, MatIconButton, MediatelStateColor, NgTemplateOutlet],
  templateUrl: './replay-lanes.html',
  styleUrl: './replay-lanes.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReplayLanes {
  readonly file = input.required<FlightFile>();
  readonly events = input.required<readonly PlainEvent[]>();
  /** Length of the axis (ms). */
  readonly length = input.required<number>();
  /** Milliseconds from the recording's beginning. */
  readonly position = input.required<number>();
  readonly words = input.required<ReplayTexts>();
  readonly labels = input.required<MediatelLabels>();
  /** Whether the lane of SIP messages is shown. */
  readonly showProtocol = input.required<boolean>();
  /** The position that was pressed (ms). */
  readonly seek = output<number>();

  protected readonly drawing = drawing;
  /** The same in every language. */
  protected readonly sipName = 'SIP';
  protected readonly unfolded = signal(false);
  /** The present time as a share of the axis. */
  protected readonly share = computed(() => (this.length() === 0 ? 0 : this.position() / this.length()));

  protected readonly phases = computed(() => {
    const { appearance } = this.labels();
    return this.#bands(recordedPhases(this.file()), (phase): { look: AgentAppearance; word: string } => ({
      look: phase,
      word: appearance[phase],
    }));
  });
  readonly #flow = computed(() => recordedFlow(this.file()));
  protected readonly sounds = computed(() => {
    const { laneNames } = this.words();
    return (['operator', 'customer'] as const).map((side) => ({
      side,
      name: laneNames[side],
      bands: this.#soundBands(this.#flow()[side]),
    }));
  });
  readonly #links = computed(() => recordedLinks(this.file()));
  protected readonly network = computed(() => this.#linkBands(this.#links().mediatel));
  protected readonly phone = computed(() => this.#linkBands(this.#links().phone));
  protected readonly hidden = computed(() =>
    this.#bands(this.#links().hidden, () => ({ look: 'off' as const, word: this.words().hidden })),
  );
  protected readonly requests = computed(() => this.#marks(['request', 'incident', 'reload']));
  protected readonly sip = computed(() => {
    const { entries } = this.file();
    const beginning = beginningOf(this.file());
    return entries.flatMap((entry) =>
      entry.type === 'sip' ? [{ start: ((entry.at - beginning) / this.length()) * 100, sent: entry.direction }] : [],
    );
  });

  readonly #quality = computed(() => recordedQuality(this.file()));
  protected readonly paths = computed(() => this.#quality().map((call) => qualityPath(call, this.length(), drawing)));
  /** Below these heights the line is fair and bad. */
  protected readonly limits = [3.6, 3].map((mos) => heightOf(mos, drawing.height));
  protected readonly score = computed(() => {
    const mos = scoreAt(this.#quality(), this.position());
    return mos === null
      ? null
      : mos.toLocaleString(this.labels().language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  });

  #grabbed = false;

  protected about(name: string, bands: readonly Band<string>[]): string {
    return `${name}: ${bands.length === 0 ? this.words().noCall : bands.map(({ about }) => about).join(', ')}`;
  }

  protected press(event: PointerEvent, track: HTMLElement): void {
    // The names beside the lanes are no part of the axis.
    if (event.button !== 0 || !(event.target as Element).closest('.track')) return;
    this.#grabbed = true;
    this.#seekTo(event, track);
  }

  protected drag(event: PointerEvent, track: HTMLElement): void {
    if (this.#grabbed && event.buttons === 1) this.#seekTo(event, track);
    else this.#grabbed = false;
  }

  #seekTo({ clientX }: PointerEvent, track: HTMLElement): void {
    const { left, width } = track.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (clientX - left) / width));
    const isRtl = getComputedStyle(track).direction === 'rtl';
    this.seek.emit((isRtl ? 1 - share : share) * this.length());
  }

  #bands<Value, Look extends string>(
    spans: readonly Span<Value>[],
    show: (value: Value) => { readonly look: Look; readonly word: string },
  ): readonly Band<Look>[] {
    return bandsOf(spans, this.length(), show, clockWords);
  }

  #soundBands(spans: readonly Span<SoundState>[]): readonly Band<SoundState>[] {
    const { sounds } = this.words();
    return this.#bands(spans, (state) => ({ look: state, word: sounds[state] }));
  }

  #linkBands(spans: readonly Span<LinkState>[]): readonly Band<LinkState>[] {
    const { links } = this.words();
    return this.#bands(spans, (state) => ({ look: state, word: links[state] }));
  }

  #marks(kinds: Parameters<typeof marksOf>[1]) {
    const words = this.words();
    const marks = marksOf(this.events(), kinds, this.length(), ({ fact }) => markWords(fact, words));
    return marks.map(({ mark, words: word, atMs, roomMs }) => ({
      ...{ mark, word, start: (atMs / this.length()) * 100, size: (roomMs / this.length()) * 100 },
    }));
  }
}
