import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { DrawnLevels, ScoredCall } from '../../training-kit';
import type { ScoreTexts } from './score-texts';
import { momentOf } from './times';

/** A moment that is marked above the waves. */
export interface WaveFlag {
  readonly atMs: number;
  readonly untilMs: number | null;
  /** Its number in the list below. */
  readonly number: number;
  readonly verdict: 'met' | 'missed';
}

/** Height of one side (SVG units); the width is the number of levels. */
const height = 40;

/**
 * Both sides of a recording: how loud they are, holds, flags at the findings, and where it plays.
 *
 * A slider lies over it, for the mouse and the keyboard. Its texts and numbers are in the list and the table below.
 */
@Component({
  selector: 'app-call-waves',
  template: `
    <div class="flags" aria-hidden="true">
      @for (flag of flags(); track flag.number) {
        <span
          [class.missed]="flag.verdict === 'missed'"
          [style.inset-inline-start.%]="share(flag.atMs)"
          [style.translate]="'-' + share(flag.atMs) + '%'"
          >{{ flag.number }}</span
        >
      }
    </div>
    <div class="sides">
      @for (side of drawn(); track side.name) {
        <div class="side" [class]="side.name">
          <span class="name">{{ words().sides[side.name] }}</span>
          <svg [attr.viewBox]="'0 0 ' + side.width + ' ${height}'" preserveAspectRatio="none" aria-hidden="true">
            <path [attr.d]="side.path" />
          </svg>
        </div>
      }
      <div class="over" aria-hidden="true">
        @for (hold of call().holds; track hold.fromMs) {
          <span
            class="hold"
            [style.inset-inline-start.%]="share(hold.fromMs)"
            [style.inline-size.%]="share(hold.toMs) - share(hold.fromMs)"
          ></span>
        }
        @for (flag of missed(); track flag.number) {
          <span
            class="part"
            [style.inset-inline-start.%]="share(flag.atMs)"
            [style.inline-size.%]="share(flag.untilMs ?? flag.atMs) - share(flag.atMs)"
          ></span>
        }
        @if (position() !== null) {
          <span class="now" [style.inset-inline-start.%]="share((position() ?? 0) * 1000)"></span>
        }
      </div>
      <input
        #slider
        type="range"
        min="0"
        step="1"
        [max]="seconds()"
        [value]="position() ?? 0"
        [attr.aria-label]="words().place"
        [attr.aria-valuetext]="time((position() ?? 0) * 1000)"
        (change)="seek.emit(slider.valueAsNumber)"
      />
    </div>
    <div class="times" aria-hidden="true">
      @for (tick of ticks(); track tick) {
        <span>{{ time(tick) }}</span>
      }
    </div>
  `,
  styleUrl: './call-waves.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallWaves {
  readonly call = input.required<ScoredCall>();
  readonly words = input.required<ScoreTexts>();
  readonly flags = input<readonly WaveFlag[]>([]);
  /** Where it plays, in seconds; `null` if it does not. */
  readonly position = input<number | null>(null);
  /** The person chose a moment: seconds from the beginning. */
  readonly seek = output<number>();

  protected readonly time = momentOf;
  protected readonly seconds = computed(() => Math.floor(this.call().durationMs / 1000));
  protected readonly missed = computed(() => this.flags().filter(({ verdict }) => verdict === 'missed'));
  protected readonly ticks = computed(() => [0, 1, 2, 3, 4].map((part) => (this.call().durationMs * part) / 4));
  protected readonly drawn = computed(() => {
    const { levels } = this.call();
    return (['operator', 'customer'] as const).map((name) => ({
      name,
      width: Math.max(1, levels?.[name].length ?? 0),
      path: levels ? pathOf(levels, name) : '',
    }));
  });

  protected share(ms: number): number {
    return Math.min(100, Math.max(0, (ms / Math.max(1, this.call().durationMs)) * 100));
  }
}

/** The levels as one shape, the same above and below the middle. */
function pathOf(levels: DrawnLevels, side: 'operator' | 'customer'): string {
  const middle = height / 2;
  const bars = levels[side].map((level, at) => {
    const half = Math.max(0.6, (level / 100) * middle);
    return `M${at} ${middle - half}h.72v${half * 2}h-.72z`;
  });
  return bars.join('');
}
