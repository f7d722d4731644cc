import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MediatelIntl, MediatelStateColor } from 'mediatel-lib/ui';
import { bandColour, bandLooks, bandShapes } from './band-shape';

/** Explains the drawing: every look as drawn, with its name. It always lists all looks, so that nothing jumps. */
@Component({
  selector: 'mediatel-day-legend',
  imports: [MediatelStateColor],
  template: `
    <ul [attr.aria-label]="label()">
      @for (one of looks(); track one.look) {
        <li>
          <span class="sample" aria-hidden="true" [mediatelStateColor]="one.colour">
            <span [class]="one.shape.kind" [style.block-size.%]="one.shape.height * 100"></span>
          </span>
          {{ one.word }}
        </li>
      }
    </ul>
  `,
  styleUrl: './day-legend.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayLegend {
  readonly #intl = inject(MediatelIntl);
  protected readonly label = computed(() => this.#intl.viewLabels().day.legend);
  protected readonly looks = computed(() => {
    const { appearance } = this.#intl.labels();
    const { unconfirmed } = this.#intl.viewLabels().board;
    return bandLooks.map((look) => ({
      look,
      shape: bandShapes[look],
      colour: bandColour(look),
      word: look === 'unconfirmed' ? unconfirmed : appearance[look],
    }));
  });
}
