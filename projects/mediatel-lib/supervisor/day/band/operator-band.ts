import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MediatelStateColor } from 'mediatel-lib/ui';
import { bandColour } from './band-look';
import { type BandScale, bandPaths } from './band-paths';
import { bandPaint } from './band-patterns';
import type { Band } from './day-band';

/** One operator's day as a flat band. The same is in the table that the row opens, so it is hidden from screen readers. */
@Component({
  selector: 'mediatel-operator-band',
  imports: [MediatelStateColor],
  template: `
    <svg aria-hidden="true" focusable="false" [attr.height]="height()" [attr.width]="scale().width">
      @for (path of paths(); track path.look) {
        <path [attr.d]="path.d" [style.fill]="path.paint" [mediatelStateColor]="path.colour" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
      line-height: 0;
    }
    svg {
      display: block;
      overflow: hidden;
      shape-rendering: crispEdges;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OperatorBand {
  /** The segments. */
  readonly bands = input.required<readonly Band[]>();
  /** The drawn part of the day. */
  readonly scale = input.required<BandScale>();
  /** Height of the band (px). */
  readonly height = input.required<number>();
  /** Beginning of the patterns' ids. */
  readonly patterns = input.required<string>();
  protected readonly paths = computed(() =>
    bandPaths(this.bands(), this.scale(), this.height()).map(({ look, d }) => ({
      look,
      d,
      colour: bandColour(look),
      paint: bandPaint(look, this.patterns()),
    })),
  );
}
