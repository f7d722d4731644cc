import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MediatelIntl } from '../intl/mediatel-intl';

const bars = [0.02, 0.12, 0.25, 0.45, 0.7] as const;

/** How loud someone is, in five steps that a glance can tell apart. */
@Component({
  selector: 'mediatel-level-meter',
  hostDirectives: [MediatelThemed],
  template: `
    @for (bar of bars; track bar) {
      <span [class.on]="isLit(bar)" [class.unknown]="level() === null"></span>
    }
  `,
  styleUrl: './level-meter.scss',
  host: {
    role: 'meter',
    'aria-valuemin': '0',
    'aria-valuemax': '5',
    '[attr.aria-valuenow]': 'steps()',
    '[attr.aria-valuetext]': 'level() === null ? text().audio.heard.unknown : null',
    '[attr.aria-label]': 'text().level(who())',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelLevelMeter {
  /** The level, 0 to 1; `null` when it is not measured, which is not silence. */
  readonly level = input.required<number | null>();
  /** The speaker's name or role, for screen readers. */
  readonly who = input.required<string>();

  protected readonly bars = bars;
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly steps = computed(() => bars.filter((bar) => this.isLit(bar)).length);

  protected isLit(bar: number): boolean {
    return (this.level() ?? 0) >= bar;
  }
}
