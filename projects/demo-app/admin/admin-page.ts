import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { PageLanguage } from '../kit/page-language';
import { adminWords } from './admin.words';
import { Directory } from './directory';
import { RefusalNotice } from './refusal-notice';

/** The frame of the administrator's pages: operators, extensions, and the language. */
@Component({
  selector: 'app-admin-page',
  imports: [RefusalNotice, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './admin-page.html',
  styleUrl: './admin-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminPage {
  protected readonly directory = inject(Directory);
  readonly #language = inject(PageLanguage);
  protected readonly words = computed(() => adminWords[this.#language.tag()]);

  constructor() {
    void this.directory.load();
  }
}
