import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { MediatelIntl, mediatelLanguages } from 'mediatel-lib/ui';
import { deskScenes } from './desk-scenes';
import { DeskSpecimen } from './desk-specimen';

/** Whether a scene covers its neighbours. Such a scene is shown alone, by `?scene=`. */
const alone = (name: string): boolean => name.startsWith('clerical dialog') || name === 'floating';

/** Every view of the library's desk, side by side. No page links to it: it is for designers. */
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
    :host(.alone) figure:not(.wide) {
      --mediatel-desk-height: calc(100dvh - 56px);
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
  host: { role: 'main', 'aria-label': 'Gallery', '[class.alone]': 'scene() !== undefined' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Gallery {
  /** Query parameter: the name of the only scene to show. */
  readonly scene = input<string>();
  /** Query parameter: the language of the labels. */
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
