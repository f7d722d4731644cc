import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MediatelIntl, MediatelStateColor } from 'mediatel-lib/ui';
import { bandColour, bandFills, bandLooks } from '../band/band-look';
import { bandPaint } from '../band/band-patterns';

/** Explains the drawing: every look as drawn, with its name. It always lists all looks, so that nothing jumps. */
@Component({
  selector: 'mediatel-day-legend',
  imports: [MediatelStateColor],
  template: `
    <ul [attr.aria-label]="label()">
      @for (one of looks(); track one.look) {
        <li>
          <svg class="sample" aria-hidden="true" [attr.height]="height()" [mediatelStateColor]="one.colour">
            @if (one.paint; as paint) {
              <rect width="100%" height="100%" [style.fill]="paint" />
            } @else {
              <rect class="nothing" x="0.5" y="0.5" width="23" [attr.height]="height() - 1" />
            }
          </svg>
          {{ one.word }}
        </li>
      }
    </ul>
  `,
  styleUrl: './day-legend.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayLegend {
  /** Beginning of the patterns' ids: the patterns are those of the drawing. */
  readonly patterns = input('');
  /** Height of a band (px). */
  readonly height = input(18);
  readonly #intl = inject(MediatelIntl);
  protected readonly label = computed(() => this.#intl.viewLabels().day.legend);
  protected readonly looks = computed(() => {
    const { appearance } = this.#intl.labels();
    const { unconfirmed } = this.#intl.viewLabels().board;
    return bandLooks.map((look) => ({
      look,
      colour: bandColour(look),
      paint: bandFills[look] === 'absent' ? null : bandPaint(look, this.patterns()),
      word: look === 'unconfirmed' ? unconfirmed : appearance[look],
    }));
  });
}
