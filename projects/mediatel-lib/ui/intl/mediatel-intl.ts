import { Injectable, computed, inject, signal } from '@angular/core';
import { MEDIATEL_CALL_NOTICE_WORDS, storedPlaces, storedText } from 'mediatel-lib/ports';
import { englishLabels } from './en/english';
import type { MediatelLabels } from './labels/labels';
import type { MediatelLanguage } from './labels/language';
import type { ViewLabels } from './labels/view-labels';
import { overEnglish } from './merge-labels';

/** The languages that come with the library. All but English are chunks, loaded when chosen. */
export const mediatelLanguages = [
  { tag: 'en', name: 'English' },
  { tag: 'uk', name: 'Українська' },
  { tag: 'ru', name: 'Русский' },
] as const;

/** BCP 47 tag of a language that comes with the library. */
export type LanguageTag = (typeof mediatelLanguages)[number]['tag'];

const kept = storedText(storedPlaces.language);

const loaders: Readonly<Record<LanguageTag, () => Promise<MediatelLabels>>> = {
  en: () => Promise.resolve(englishLabels),
  uk: () => import('./uk/ukrainian').then(({ ukrainianLabels }) => ukrainianLabels),
  ru: () => import('./ru/russian').then(({ russianLabels }) => russianLabels),
};

/**
 * The texts that the library's components show, in the present language.
 *
 * `inject(MediatelIntl).setLanguage('uk')` changes them at run time. `setLanguage({ call: 'Dial' })` is English with one
 * other label.
 */
@Injectable({ providedIn: 'root' })
export class MediatelIntl {
  readonly #notice = inject(MEDIATEL_CALL_NOTICE_WORDS);
  readonly #labels = signal(englishLabels);
  readonly #views = signal<ViewLabels | null>(null);
  #wanted: MediatelLanguage | LanguageTag = 'en';

  /** The labels of the present language. Templates that read the signal follow a change of language. */
  readonly labels = this.#labels.asReadonly();

  /** Texts of rarely opened views. Throws an `Error` until `loadViews()` has resolved. */
  readonly viewLabels = computed<ViewLabels>(() => {
    const views = this.#views();
    if (views === null)
      throw new Error('The words of the rarely opened views are not loaded yet: wait for loadViews() first.');
    return views;
  });

  /**
   * Sets the language: one of the library's by its tag, or a host's own, in which missing labels are English.
   *
   * Of two calls the later one wins. Rejects when a language can't be loaded; the present language then stays.
   * @param options.remember Whether the operator chose it. The choice is kept in this browser; see `restoreLanguage()`.
   */
  async setLanguage(language: LanguageTag | MediatelLanguage, options: { remember?: boolean } = {}): Promise<void> {
    this.#wanted = language;
    const labels = typeof language === 'string' ? await loaders[language]() : overEnglish(language);
    if (this.#wanted !== language) return;
    if (options.remember === true && typeof language === 'string') kept.write(language);
    await this.#change(labels);
  }

  /** Sets the language that the operator chose earlier in this browser, unless the host has already set one. */
  async restoreLanguage(): Promise<void> {
    const stored = kept.read(null);
    const tag = mediatelLanguages.find((language) => language.tag === stored)?.tag;
    if (tag !== undefined && this.#wanted === 'en') await this.setLanguage(tag);
  }

  /** Loads the texts of rarely opened views in the present language. Rejects when their chunk can't be loaded. */
  async loadViews(): Promise<void> {
    const labels = this.#labels();
    const views = await labels.views();
    if (labels === this.#labels()) this.#views.set(views);
    // The language changed meanwhile: callers expect the texts of the new one.
    else await this.loadViews();
  }

  /** Changes the labels; open views load their texts again. */
  async #change(labels: MediatelLabels): Promise<void> {
    this.#labels.set(labels);
    this.#notice.set(labels);
    if (this.#views() !== null) await this.loadViews();
  }
}
