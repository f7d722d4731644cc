import { DOCUMENT, Injectable, computed, effect, inject } from '@angular/core';
import { MediatelIntl, type LanguageTag, mediatelLanguages } from 'mediatel-lib/ui';

/** A text in every language of the pages. A table of texts is a `*.words.ts` file beside its page. */
export type InEveryLanguage<Text> = Readonly<Record<LanguageTag, Text>>;

/**
 * The language of the CRM's pages: the one that the desk uses, also after the operator has changed it.
 *
 * It is kept in this browser. `<html lang>` follows, for screen readers and for hyphenation. A page reads its texts as
 * `words[language.tag()]`.
 */
@Injectable({ providedIn: 'root' })
export class PageLanguage {
  readonly #intl = inject(MediatelIntl);

  readonly tag = computed<LanguageTag>(() => {
    const used = this.#intl.labels().language;
    return mediatelLanguages.find(({ tag }) => tag === used)?.tag ?? 'en';
  });

  constructor() {
    const root = inject(DOCUMENT).documentElement;
    effect(() => root.setAttribute('lang', this.tag()));
    // A page may show before the desk, or without one. A language whose chunk can't be loaded leaves the page in English.
    void this.#intl.restoreLanguage().catch(() => undefined);
  }

  /** Changes the language of the pages and of the desk, and keeps it. A language that can't be loaded changes nothing. */
  async choose(tag: LanguageTag): Promise<void> {
    await this.#intl.setLanguage(tag, { remember: true }).catch(() => undefined);
  }
}
