import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import {
  type IconName,
  MediatelIcon,
  MediatelIntl,
  MediatelStateColor,
  appearanceIcons,
  durationWords,
  formatDuration,
} from 'mediatel-lib/ui';
import { AlertMark } from '../../alerts/alert-mark';
import { OperatorAlerts } from '../../alerts/operator-alerts';
import { HubClient } from '../../hub/hub-client';
import { clockWords } from '../../hub/lost-words';
import { OperatorAttention } from '../attention/operator-attention';
import { type BoardFilter, type BoardState, boardStates, looksLike } from '../view/board-state';
import type { BoardSummary } from '../view/board-summary';
import { CountHistory } from './count-history';
import { countLine, lineBox } from './count-line';

/** The states with a counter of their own, also without operators: so that no counter ever moves. */
const counted = ['talking', 'available', 'clerical', 'paused', 'held'] as const satisfies readonly BoardState[];
/** The states behind the last counter. */
const others = boardStates.filter((state) => !counted.some((own) => own === state));

/** A state's counter, ready for the screen. */
interface Counter {
  readonly state: BoardState;
  readonly word: string;
  readonly count: number;
  readonly icon: IconName;
  /** Path of the line of the last 30 minutes; `null` before there is one. */
  readonly path: string | null;
  /** Beside the line: a percentage, or the longest time. */
  readonly note: string;
  /** The whole of it in words. */
  readonly tip: string;
}

/**
 * The board's counters: operators with alerts, all, and each state. A counter is a filter, and carries a line of the last 30
 * minutes.
 *
 * Without the hub they stay as they were, and look so.
 */
@Component({
  selector: 'mediatel-board-counters',
  imports: [AlertMark, MatMenu, MatMenuItem, MatMenuTrigger, MatTooltip, MediatelIcon, MediatelStateColor],
  templateUrl: './board-counters.html',
  styleUrl: './board-counters.scss',
  host: { role: 'group', '[attr.aria-label]': 'text().column.state', '[class.stale]': '!attention.isKnown()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardCounters {
  /** All operators, counted. */
  readonly summary = input.required<BoardSummary>();
  /** The only operators shown; `null` for all. */
  readonly filter = input.required<BoardFilter | null>();
  /** Emits the new filter; `null` for all. */
  readonly chosen = output<BoardFilter | null>();

  readonly #intl = inject(MediatelIntl);
  readonly #alerts = inject(OperatorAlerts);
  readonly #hub = inject(HubClient);
  readonly #samples = inject(CountHistory).samples;
  protected readonly attention = inject(OperatorAttention);
  readonly #language = computed(() => this.#intl.labels().language);
  protected readonly box = `0 0 ${lineBox.width} ${lineBox.height}`;
  protected readonly text = computed(() => this.#intl.viewLabels().board);
  protected readonly looksLike = looksLike;

  /** The lines follow the samples, not each second. */
  readonly #lines = computed(() => new Map(counted.map((state) => [state, countLine(this.#samples(), state)])));
  readonly #percent = computed(() => new Intl.NumberFormat(this.#language(), { style: 'percent' }));

  /** Whether anything is known of operators, also of earlier. */
  protected readonly isKnown = computed(() => this.attention.isKnown() || this.summary().total > 0);
  protected readonly alerted = computed(() => this.attention.byOperator().size);
  /** Whether only operators with alerts are shown: all of them, or those of one kind. */
  protected readonly isAttentionShown = computed(() => this.filter() === 'attention' || this.#alerts.group() !== null);
  readonly #sentences = computed(() => {
    const words = this.#intl.viewLabels().acts.alertGroup;
    return this.attention
      .groups()
      .map(({ group, count, limit }) =>
        words[group](count, limit === null ? null : durationWords(limit, this.#language())),
      );
  });
  /** What is wrong, in two lines: the most urgent kind, then the others. */
  protected readonly facts = computed((): readonly string[] => {
    const { acts, alerts } = this.#intl.viewLabels();
    if (!this.attention.isKnown()) return [acts.alertsUnknown(clockWords(this.#hub.heardAt(), this.#language()))];
    const [first, second] = this.#sentences();
    if (first === undefined) return [alerts.none];
    const left = this.attention
      .groups()
      .slice(2)
      .reduce((sum, { count }) => sum + count, 0);
    const more = left === 0 ? [] : [`+${left}`];
    return second === undefined ? [first] : [first, [second, ...more].join(' · ')];
  });
  protected readonly attentionTip = computed(() =>
    (this.attention.isKnown() && this.alerted() > 0 ? this.#sentences() : this.facts()).join(' · '),
  );

  protected readonly counters = computed((): readonly Counter[] =>
    counted.map((state) => {
      const count = this.summary().counts.get(state) ?? 0;
      const line = this.#lines().get(state);
      const word = this.#intl.labels().appearance[state];
      const history = line && this.text().history(line.lowest, line.highest, this.#clock(line.since));
      const longest = this.#longestOf(state);
      return {
        state,
        word,
        count,
        icon: appearanceIcons[state],
        path: line?.path ?? null,
        note: longest?.note ?? this.#share(count),
        tip: [`${word} ${count}`, longest?.tip ?? this.#share(count), history].filter(Boolean).join('. '),
      };
    }),
  );

  protected readonly rest = computed(() => {
    const { counts } = this.summary();
    return others.map((state) => ({ state, count: counts.get(state) ?? 0, word: this.wordOf(state) }));
  });
  protected readonly restCount = computed(() => this.rest().reduce((sum, { count }) => sum + count, 0));
  /** The state that is filtered, or else the most frequent one. */
  protected readonly restNote = computed(() => {
    const filtered = this.rest().find(({ state }) => state === this.filter());
    const most = filtered ?? [...this.rest()].sort((a, b) => b.count - a.count)[0];
    return most && (filtered || most.count > 0) ? this.text().mixed(most.count, this.text().mix[most.state]) : '';
  });
  protected readonly isRestChosen = computed(() => others.some((state) => state === this.filter()));

  protected choose(filter: BoardFilter | null): void {
    this.chosen.emit(this.filter() === filter ? null : filter);
  }

  /** Shows those with an alert, or everybody again. A kind that was chosen among the alerts is chosen no more. */
  protected chooseAttention(): void {
    this.chosen.emit(this.isAttentionShown() ? null : 'attention');
    this.#alerts.choose(null);
  }

  protected chooseAll(): void {
    this.chosen.emit(null);
    this.#alerts.choose(null);
  }

  protected wordOf(state: BoardState): string {
    if (state === 'unconfirmed') return this.text().unconfirmed;
    return state === 'gone' ? this.text().gone : this.#intl.labels().appearance[state];
  }

  /** The longest in a state in which nobody should be for long, short and in words. */
  #longestOf(state: BoardState): { readonly note: string; readonly tip: string } | null {
    const found = this.summary().longest.get(state);
    if (!found || (state !== 'clerical' && state !== 'held')) return null;
    const time = formatDuration(found.seconds);
    const { name } = found.entry.record();
    return { note: state === 'clerical' ? `${time} ${name}` : time, tip: this.text().longest(time, name) };
  }

  #share(count: number): string {
    const { total } = this.summary();
    return total === 0 ? '' : this.#percent().format(count / total);
  }

  #clock(at: number): string {
    return clockWords(at, this.#language()) ?? '';
  }
}
