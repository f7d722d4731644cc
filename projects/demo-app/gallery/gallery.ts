import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { MediatelIntl, mediatelLanguages } from 'mediatel-lib/ui';
import { deskScenes } from './desk-scenes';
import { DeskSpecimen } from './desk-specimen';

/** The dialog covers its neighbours: such scenes are shown alone, by `?scene=`. */
const alone = (name: string): boolean => name.startsWith('clerical dialog') || name === 'floating';

/** Every view of the library's desk, side by side. Linked from nowhere: it is for those who draw them. */
@Component({
  selector: 'app-gallery',
  imports: [DeskSpecimen],
  template: `
    @for (scene of scenes(); track scene.name) {
      <figure [class.wide]="scene.layout === 'wide'">
        <figcaption>{{ scene.name }}</figcaption>
        <app-desk-specimen [scene]="scene" />
      </figure>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 24px;
      padding: 16px;
    }
    :host(.alone) {
      justify-content: flex-end;
    }
    figure {
      margin: 0;
    }
    .wide {
      inline-size: 100%;
    }
    figcaption {
      padding-block-end: 4px;
      font: var(--mat-sys-label-large);
    }
    @media (width < 400px) {
      :host {
        padding: 0;
      }
    }
  `,
  host: { role: 'main', '[class.alone]': 'scene() !== undefined' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Gallery {
  /** Query parameters: one scene by its name; the labels' language. */
  readonly scene = input<string>();
  readonly language = input<string>();

  protected readonly scenes = computed(() => {
    const wanted = this.scene();
    return deskScenes.filter(({ name }) => (wanted === undefined ? !alone(name) : name === wanted));
  });

  constructor() {
    const intl = inject(MediatelIntl);
    effect(() => {
      const tag = mediatelLanguages.find((language) => language.tag === this.language())?.tag ?? 'en';
      void intl.setLanguage(tag);
    });
  }
}
