import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { MediatelIntl, mediatelLanguages } from 'mediatel-lib/ui';
import { Supervisor } from '../../supervisor/supervisor';

/** The supervisor's page with a hub that stands still: for pictures and for designers. */
@Component({
  selector: 'app-team-gallery',
  imports: [Supervisor],
  template: '<app-supervisor />',
  styles: `
    :host {
      display: block;
      block-size: 100dvh;
    }
  `,
  host: { role: 'main' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TeamGallery {
  /** Query parameter: the language of the labels. */
  readonly language = input<string>();

  constructor() {
    const intl = inject(MediatelIntl);
    effect(() => {
      const tag = mediatelLanguages.find((language) => language.tag === this.language())?.tag ?? 'en';
      void intl.setLanguage(tag);
    });
  }
}
