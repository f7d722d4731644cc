import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import type { CallQuality, QualityRating } from 'mediatel-lib/ports';
import { MediatelIntl } from 'mediatel-lib/ui';

const steps: Readonly<Record<QualityRating, number>> = { good: 3, fair: 2, poor: 1 };

/** The line's quality in two words and three bars. The tooltip has the figures. */
@Component({
  selector: 'mediatel-quality-badge',
  imports: [MatTooltip],
  template: `
    @if (quality(); as quality) {
      <span class="badge" tabindex="0" [class]="quality.rating" [matTooltip]="figures()" matTooltipPosition="above">
        <span class="bars" aria-hidden="true">
          @for (step of [1, 2, 3]; track step) {
            <i [class.on]="step <= lit()"></i>
          }
        </span>
        {{ text().audio.quality[quality.rating] }}
      </span>
    }
  `,
  styleUrl: './quality-badge.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelQualityBadge {
  /** The call's quality; `null` in its first second, when nothing is shown. */
  readonly quality = input.required<CallQuality | null>();

  protected readonly text = inject(MediatelIntl).labels;
  protected readonly lit = computed(() => steps[this.quality()?.rating ?? 'good']);
  protected readonly figures = computed(() => {
    const quality = this.quality();
    if (quality === null) return '';
    const delay = quality.roundTrip === null ? '–' : String(Math.round(quality.roundTrip));
    const loss = (quality.lossShare * 100).toFixed(1);
    return this.text().audio.figures(quality.mos.toFixed(1), delay, String(Math.round(quality.jitter)), loss);
  });
}
