import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { appearanceIcons } from '../appearance/appearance';
import { formatDuration, secondsBetween } from '../format/duration';
import { MediatelIcon } from '../icon/icon';
import { MediatelIntl } from '../intl/mediatel-intl';
import { MediatelStateColor } from '../appearance/state-color';

/** A limit that the timer shows beside the time in the state. Both numbers are seconds; it warns `warnBefore` the end. */
export type TimerLimit =
  /** Counts up, `02:31 / 03:00`: for a call's longest duration. */
  | { readonly kind: 'upTo'; readonly seconds: number; readonly warnBefore: number }
  /** Counts down, `0:21 left`. */
  | { readonly kind: 'left'; readonly seconds: number; readonly warnBefore: number };

/**
 * The operator's state: colour, icon, word and timer, always in the same place. Buttons are projected to its right.
 *
 * Times are monotonic milliseconds. The caller derives `startedAt` from the server's clock.
 */
@Component({
  selector: 'mediatel-agent-state-bar',
  imports: [MediatelIcon],
  templateUrl: './agent-state-bar.html',
  styleUrl: './agent-state-bar.scss',
  hostDirectives: [MediatelThemed, { directive: MediatelStateColor, inputs: ['mediatelStateColor: appearance'] }],
  host: { '[class.muted]': 'muted()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelAgentStateBar {
  /** Replaces the state's own word, for example with the name of an unknown state. */
  readonly word = input<string | null>(null);
  /** Follows the state's word, for example the pause reason. */
  readonly detail = input<string | null>(null);
  /** When the state began, in monotonic milliseconds; `null` hides the timer. */
  readonly startedAt = input<number | null>(null);
  /** The present time, in monotonic milliseconds. */
  readonly now = input.required<number>();
  /** The limit to count towards; `null` shows only the time in the state. */
  readonly limit = input<TimerLimit | null>(null);
  /** Whether the customer can't hear the operator, who is muted: stripes, another icon, and “Muted” before the state. */
  readonly muted = input(false);

  readonly #colour = inject(MediatelStateColor);
  protected readonly text = inject(MediatelIntl).labels;

  protected readonly icon = computed(() => (this.muted() ? 'muted' : appearanceIcons[this.#colour.appearance()]));
  readonly #state = computed(() => this.word() ?? this.text().appearance[this.#colour.appearance()]);
  protected readonly shownWord = computed(() => (this.muted() ? this.text().muted : this.#state()));
  protected readonly shownDetail = computed(() => (this.muted() ? this.#state() : this.detail()));
  protected readonly announcement = computed(() => [this.shownWord(), this.shownDetail()].filter(Boolean).join(', '));

  readonly #seconds = computed(() => {
    const startedAt = this.startedAt();
    return startedAt === null ? null : secondsBetween(startedAt, this.now());
  });
  readonly #remaining = computed(() => {
    const limit = this.limit();
    const seconds = this.#seconds();
    return limit === null || seconds === null ? null : limit.seconds - seconds;
  });

  protected readonly warning = computed(() => {
    const remaining = this.#remaining();
    return remaining !== null && remaining <= (this.limit()?.warnBefore ?? 0);
  });
  protected readonly timer = computed(() => {
    const seconds = this.#seconds();
    const limit = this.limit();
    if (seconds === null) return '';
    if (limit === null) return formatDuration(seconds);
    if (limit.kind === 'upTo') return `${formatDuration(seconds)} / ${formatDuration(limit.seconds)}`;
    const remaining = limit.seconds - seconds;
    return remaining >= 0 ? this.text().left(formatDuration(remaining)) : this.text().over(formatDuration(-remaining));
  });
}
