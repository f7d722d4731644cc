import { Injectable, computed, inject, signal } from '@angular/core';
import { MEDIATEL_CALL_NOTICE_WORDS, storedPlaces, storedText } from 'mediatel-lib/ports';
import { englishLabels } from './en/english';
import type { MediatelLabels } from './labels/labels';
import type { MediatelLanguage } from './labels/language';
import type { ViewLabels } from './labels/view-labels';
import { overEnglish } from './merge-labels';

/** Languages that come with the library; all but English are loaded when asked for. */
export const mediatelLanguages = [
  { tag: 'en', name: 'English' },
  { tag: 'uk', name: 'Українська' },
  { tag: 'ru', name: 'Русский' },
] as const;

export type LanguageTag = (typeof mediatelLanguages)[number]['tag'];

const kept = storedText(storedPlaces.language);

const loaders: Readonly<Record<LanguageTag, () => Promise<MediatelLabels>>> = {
  en: () => Promise.resolve(englishLabels),
  uk: () => import('./uk/ukrainian').then(({ ukrainianLabels }) => ukrainianLabels),
  ru: () => import('./ru/russian').then(({ russianLabels }) => russianLabels),
};

/**
 * The words that the library's components show, in the language in use.
 *
 * `inject(MediatelIntl).setLanguage('uk')` changes them at run time; `setLanguage({ call: 'Dial' })` is English with one other label.
 */
@Injectable({ providedIn: 'root' })
export class MediatelIntl {
  readonly #notice = inject(MEDIATEL_CALL_NOTICE_WORDS);
  readonly #labels = signal(englishLabels);
  readonly #views = signal<ViewLabels | null>(null);
  #wanted: MediatelLanguage | LanguageTag = 'en';

  /** The labels in use: what reads them follows a change of language. */
  readonly labels = this.#labels.asReadonly();

  /** Texts of the seldom open views; throws before `loadViews()` is done. */
  readonly viewLabels = computed<ViewLabels>(() => {
    const views = this.#views();
    if (views === null) throw new Error('The seldom open views are shown once loadViews() is done.');
    return views;
  });

  /**
   * Sets the language: one of the library's by its tag, or a host's own, with English where that has no label.
   *
   * Of two calls the later wins. Rejects where a language can't be loaded; the present one then stays.
   * @param options.remember Whether it is the operator's own choice: it outlives the page, see `restoreLanguage()`.
   */
  async setLanguage(language: LanguageTag | MediatelLanguage, options: { remember?: boolean } = {}): Promise<void> {
    this.#wanted = language;
    const labels = typeof language === 'string' ? await loaders[language]() : overEnglish(language);
    if (this.#wanted !== language) return;
    if (options.remember === true && typeof language === 'string') kept.write(language);
    await this.#change(labels);
  }

  /** Sets the language that the operator chose before in this browser, unless the host has set one itself. */
  async restoreLanguage(): Promise<void> {
    const stored = kept.read(null);
    const tag = mediatelLanguages.find((language) => language.tag === stored)?.tag;
    if (tag !== undefined && this.#wanted === 'en') await this.setLanguage(tag);
  }

  /** Loads the texts of the seldom open views in the language in use. */
  async loadViews(): Promise<void> {
    const labels = this.#labels();
    const views = await labels.views();
    if (labels === this.#labels()) this.#views.set(views);
    // The language changed meanwhile: whoever waits must find its texts.
    else await this.loadViews();
  }

  /** Views that are open follow. */
  async #change(labels: MediatelLabels): Promise<void> {
    this.#labels.set(labels);
    this.#notice.set(labels);
    if (this.#views() !== null) await this.loadViews();
  }
}
