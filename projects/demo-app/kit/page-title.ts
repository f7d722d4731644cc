import { Injectable, computed, effect, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { PageLanguage } from './page-language';
import { type TitleName, titleWords } from './page-title.words';
import { RouteTitle } from './route-title';

const isTitleName = (name: string | undefined): name is TitleName =>
  name !== undefined && Object.hasOwn(titleWords.en, name);

/** The browser tab's title: the open page and the CRM, in the reader's language. */
@Injectable({ providedIn: 'root' })
export class PageTitle {
  readonly #name = inject(RouteTitle).name;
  readonly #language = inject(PageLanguage).tag;
  readonly #text = computed(() => {
    const name = this.#name();
    return isTitleName(name) ? `${titleWords[this.#language()][name]} · Verba` : null;
  });

  constructor() {
    const title = inject(Title);
    effect(() => {
      const text = this.#text();
      if (text !== null) title.setTitle(text);
    });
  }
}
