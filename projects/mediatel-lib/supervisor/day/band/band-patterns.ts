import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MediatelStateColor } from 'mediatel-lib/ui';
import { bandColour, bandFills, bandLooks } from './band-look';
import { bandTile } from './band-tile';

/** The fill of a look, where the patterns have this prefix. */
export const bandPaint = (look: (typeof bandLooks)[number], prefix: string): string =>
  bandFills[look] === 'solid' ? 'var(--mediatel-state)' : `url(#${prefix}-${look})`;

/** The patterns of all looks, for the bands of one page. They show nothing themselves. */
@Component({
  selector: 'mediatel-band-patterns',
  imports: [MediatelStateColor],
  template: `
    <svg aria-hidden="true" width="0" height="0">
      <defs>
        @for (one of tiles(); track one.look) {
          <pattern
            patternUnits="userSpaceOnUse"
            [mediatelStateColor]="one.colour"
            [attr.id]="prefix() + '-' + one.look"
            [attr.width]="one.tile.width"
            [attr.height]="height()"
          >
            <rect
              class="ground"
              [attr.width]="one.tile.width"
              [attr.height]="height()"
              [attr.fill-opacity]="one.tile.ground"
            />
            <path
              class="lines"
              [attr.d]="one.tile.lines"
              [attr.stroke-width]="one.tile.stroke"
              [attr.stroke-linecap]="one.tile.isRound ? 'round' : 'butt'"
            />
          </pattern>
        }
      </defs>
    </svg>
  `,
  styles: `
    :host {
      position: absolute;
      inline-size: 0;
      block-size: 0;
      overflow: hidden;
    }
    .ground {
      fill: var(--mediatel-state);
    }
    .lines {
      fill: none;
      stroke: var(--mediatel-state);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BandPatterns {
  /** Beginning of the patterns' ids. */
  readonly prefix = input.required<string>();
  /** Height of a band (px). */
  readonly height = input.required<number>();
  protected readonly tiles = computed(() =>
    bandLooks.flatMap((look) => {
      const tile = bandTile(bandFills[look], this.height());
      return tile ? [{ look, tile, colour: bandColour(look) }] : [];
    }),
  );
}
