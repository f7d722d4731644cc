import { DOCUMENT, Injectable, computed, effect, inject } from '@angular/core';
import { storedPlaces, storedText } from 'mediatel-lib/ports';
import { MediatelIntl, type LanguageTag, mediatelLanguages } from 'mediatel-lib/ui';
import { loadCyrillic } from './load-cyrillic';

/** A text in every language of the pages. A table of texts is a `*.words.ts` file beside its page. */
export type InEveryLanguage<Text> = Readonly<Record<LanguageTag, Text>>;

const chosen = storedText(storedPlaces.language);

/** The first of the browser's languages that the pages have. */
function ofBrowser(browser: Navigator | undefined): LanguageTag | undefined {
  const wanted = browser?.languages.map((tag) => tag.split('-', 1)[0]) ?? [];
  const known = wanted.find((name) => mediatelLanguages.some(({ tag }) => tag === name));
  return mediatelLanguages.find(({ tag }) => tag === known)?.tag;
}

/**
 * The language of the CRM's pages: the one that the desk uses, also after the operator has changed it.
 *
 * The choice is kept in this browser; until there is one, the browser's own language is used. `<html lang>` follows, for
 * screen readers and for hyphenation. A page reads its texts as `words[language.tag()]`.
 */
@Injectable({ providedIn: 'root' })
export class PageLanguage {
  readonly #intl = inject(MediatelIntl);
  readonly #document = inject(DOCUMENT);

  readonly tag = computed<LanguageTag>(() => {
    const used = this.#intl.labels().language;
    return mediatelLanguages.find(({ tag }) => tag === used)?.tag ?? 'en';
  });

  constructor() {
    const root = this.#document.documentElement;
    effect(() => root.setAttribute('lang', this.tag()));
    // A page may show before the desk, or without one. A language whose chunk can't be loaded leaves the page in English.
    void this.#begin().catch(() => undefined);
  }

  /** Changes the language of the pages and of the desk, and keeps it. A language that can't be loaded changes nothing. */
  async choose(tag: LanguageTag): Promise<void> {
    await this.#intl.setLanguage(tag, { remember: true }).catch(() => undefined);
  }

  async #begin(): Promise<void> {
    const kept = chosen.read(null);
    if (kept !== null) {
      if (kept !== 'en') loadCyrillic(this.#document);
      return this.#intl.restoreLanguage();
    }
    const tag = ofBrowser(this.#document.defaultView?.navigator);
    // English is there already; to set it would overrule a language that a host has just set and that is still loading.
    if (tag === undefined || tag === 'en') return;
    loadCyrillic(this.#document);
    await this.#intl.setLanguage(tag);
  }
}
