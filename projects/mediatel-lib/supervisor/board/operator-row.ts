import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import {
  MediatelIcon,
  type IconName,
  MediatelIntl,
  MediatelStateColor,
  appearanceIcons,
  durationWords,
  formatDuration,
} from 'mediatel-lib/ui';
import { phaseOfPresence } from 'mediatel-lib/hub-protocol';
import { limitOfAlert } from '../alerts/alert-level';
import { AlertMark } from '../alerts/alert-mark';
import { OperatorAlerts } from '../alerts/operator-alerts';
import { BoardTick } from '../hub/board-tick';
import { CallWords } from '../hub/call-words';
import { appearanceOf, isGone, isLive, secondsInState } from '../hub/operator-view';
import type { OperatorEntry } from '../hub/operators';
import { OperatorAttention } from './attention/operator-attention';

/** One operator's cells. Only changed cells are rendered again; times follow the shared tick. */
@Component({
  selector: 'mediatel-operator-row',
  imports: [AlertMark, MediatelIcon, MediatelStateColor],
  templateUrl: './operator-row.html',
  styleUrl: './operator-row.scss',
  host: { role: 'row', '[class.unconfirmed]': '!live()', '(click)': 'open($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OperatorRow {
  /** The operator. */
  readonly entry = input.required<OperatorEntry>();
  /** Whether the team is shown: not in a group of the same team. */
  readonly showsTeam = input(true);
  /** Emits when the row or its name is pressed. */
  readonly opened = output();

  readonly #intl = inject(MediatelIntl);
  readonly #tick = inject(BoardTick);
  readonly #alerts = inject(OperatorAlerts);
  readonly #attention = inject(OperatorAttention);
  readonly #calls = inject(CallWords);
  protected readonly text = computed(() => this.#intl.viewLabels().board);
  protected readonly record = computed(() => this.entry().record());
  protected readonly presence = computed(() => this.record().presence);
  protected readonly live = computed(() => isLive(this.record(), this.entry().confirmedAt(), this.#tick.now()));
  protected readonly appearance = computed(() => appearanceOf(this.record()));
  protected readonly icon = computed<IconName>(() => (this.live() ? appearanceIcons[this.appearance()] : 'unknown'));
  protected readonly word = computed(() => {
    const word = this.#intl.labels().appearance[this.appearance()];
    if (this.live()) return word;
    const isSilent = isGone(this.record(), this.entry().confirmedAt(), this.#tick.now());
    return isSilent ? this.text().gone : this.text().unconfirmed;
  });

  /**
   * The operator's open alert. Alerts are a second late: one that is about another state is over. An unconfirmed operator
   * has no other one, because what was last known may be over too.
   */
  readonly #needed = computed(() => {
    const found = this.#attention.byOperator().get(this.entry().id);
    if (!found || (found.alert.kind === 'unconfirmed') === this.live()) return null;
    const isOver = found.alert.kind === 'lasting' && found.alert.phase !== phaseOfPresence(this.presence());
    return isOver ? null : found;
  });
  /** How urgent the alert is: the colour of the time. */
  protected readonly level = computed(() => this.#needed()?.level ?? null);
  /** Why the operator needs attention, if nothing else in the row says it. */
  readonly #why = computed(() => {
    const alert = this.#needed()?.alert;
    if (!alert || alert.kind === 'unconfirmed') return null;
    if (alert.kind !== 'lasting') return this.text().why[alert.kind];
    const limit = limitOfAlert(alert, this.#alerts.thresholds());
    return limit === null ? null : this.text().over(durationWords(limit, this.#intl.labels().language));
  });

  /**
   * A text beside the state: the last known state, or why the operator needs attention (it is never cut), the pause, a
   * missing code, muted.
   */
  protected readonly detail = computed(() => {
    const { pause, codeChosen, muted, call } = this.presence();
    const appearance = this.appearance();
    if (!this.live()) return this.text().lastKnown(this.#intl.labels().appearance[appearance]);
    const isWithoutCode = appearance === 'clerical' && !codeChosen;
    return (
      [
        // A missing code is why.
        isWithoutCode ? null : this.#why(),
        appearance === 'paused' ? pause : null,
        isWithoutCode ? this.text().noCode : null,
        call !== null && muted ? this.text().muted : null,
      ]
        .filter(Boolean)
        .join(' · ') || null
    );
  });

  /** The time in the state; a dash for an unconfirmed operator, whose state may have changed. */
  protected readonly time = computed(() => {
    const seconds = this.live() ? secondsInState(this.record(), this.#tick.now()) : null;
    return seconds === null ? '–' : formatDuration(seconds);
  });

  protected readonly call = computed(() => {
    const { call } = this.presence();
    return call !== null && this.live() ? this.#calls.of(call) : null;
  });

  protected readonly quality = computed(() => {
    const mos = this.live() ? this.presence().quality?.mos : undefined;
    if (mos === undefined) return null;
    const value = new Intl.NumberFormat(this.#intl.labels().language, { minimumFractionDigits: 1 }).format(mos);
    return { words: this.text().mos(value), isPoor: mos < 3 };
  });

  protected readonly age = computed(() => {
    const now = this.#tick.now();
    const seconds = now === null ? 0 : Math.max(0, (now - this.entry().confirmedAt()) / 1000);
    // Heartbeats come every 4 s, so younger data counts as “now”.
    return seconds < 6 ? this.text().now : this.text().ago(formatDuration(seconds));
  });

  /**
   * The row's own buttons do not open the row. Neither does the second half of a double click, whose first half may have
   * pressed a button that lay over the row.
   */
  protected open({ target, detail }: MouseEvent): void {
    if (target instanceof Element && !target.closest('.ask') && detail < 2) this.opened.emit();
  }
}
