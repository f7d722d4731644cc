import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import {
  MediatelIcon,
  type IconName,
  MediatelIntl,
  MediatelStateColor,
  appearanceIcons,
  formatDuration,
} from 'mediatel-lib/ui';
import { AlertMark } from '../alerts/alert-mark';
import { alertSentence } from '../alerts/alert-sentence';
import type { Attention } from '../board/attention/operator-attention';
import { BoardTick } from '../hub/board-tick';
import { appearanceOf, isLive, secondsInState } from '../hub/operator-view';
import type { OperatorEntry } from '../hub/operators';

/**
 * One operator on the wall: the name, the state as colour, icon and word, and the time in it.
 *
 * An operator with an alert is large and saturated, with the reason. The others are tinted.
 */
@Component({
  selector: 'mediatel-operator-tile',
  imports: [AlertMark, MediatelIcon, MediatelStateColor],
  template: `
    <div class="tile" [mediatelStateColor]="live() ? appearance() : 'unknown'">
      <span class="name" dir="auto" [title]="entry().record().name">{{ entry().record().name }}</span>
      <span class="below">
        <mediatel-icon [name]="icon()" />
        <span class="word" [title]="reason() ?? word()">{{ reason() ?? word() }}</span>
        <span class="time" [class]="attention()?.level"
          >{{ time() }}
          @if (attention()) {
            <mediatel-alert-mark />
          }
        </span>
      </span>
    </div>
  `,
  styleUrl: './operator-tile.scss',
  host: { role: 'listitem', '[class.unconfirmed]': '!live()', '[class.large]': 'attention() !== null' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OperatorTile {
  /** The operator. */
  readonly entry = input.required<OperatorEntry>();
  /** The operator's most urgent alert; `null` for none. */
  readonly attention = input<Attention | null>(null);

  readonly #intl = inject(MediatelIntl);
  readonly #tick = inject(BoardTick);
  protected readonly live = computed(() => isLive(this.entry().record(), this.entry().confirmedAt(), this.#tick.now()));
  protected readonly appearance = computed(() => appearanceOf(this.entry().record()));
  protected readonly icon = computed<IconName>(() => (this.live() ? appearanceIcons[this.appearance()] : 'unknown'));
  protected readonly word = computed(() =>
    this.live()
      ? (this.entry().record().presence.pause ?? this.#intl.labels().appearance[this.appearance()])
      : this.#intl.viewLabels().board.unconfirmed,
  );
  /** Why the operator needs attention. The time of a state that lasts stands beside it. */
  protected readonly reason = computed(() => {
    const alert = this.attention()?.alert;
    if (!alert) return null;
    const labels = this.#intl.viewLabels();
    if (alert.kind !== 'lasting') return alertSentence(alert, labels.alerts, this.#intl.labels().language);
    return alert.phase === 'clerical' && !alert.codeChosen ? labels.board.noCode : this.word();
  });
  /** The time in the state; a dash for an unconfirmed operator, whose state may have changed. */
  protected readonly time = computed(() => {
    const seconds = this.live() ? secondsInState(this.entry().record(), this.#tick.now()) : null;
    return seconds === null ? '–' : formatDuration(seconds);
  });
}
