import { Injectable, computed, inject, signal } from '@angular/core';
import { CALL_NOTICE_WORDS, storedPlaces, storedText } from 'mediatel-lib/ports';
import { englishLabels } from './en/english';
import type { MediatelLabels } from './labels/labels';
import type { ViewLabels } from './labels/view-labels';

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
 * `inject(MediatelIntl).speak('uk')` changes them at run time; `use({ ...englishLabels, call: 'Dial' })` changes one.
 */
@Injectable({ providedIn: 'root' })
export class MediatelIntl {
  readonly #notice = inject(CALL_NOTICE_WORDS);
  readonly #labels = signal(englishLabels);
  readonly #views = signal<ViewLabels | null>(null);
  #wanted: MediatelLabels | LanguageTag = 'en';

  /** The labels in use: what reads them follows a change of language. */
  readonly labels = this.#labels.asReadonly();

  /** Texts of the seldom open views; throws before `loadViews()` is done. */
  readonly viewLabels = computed<ViewLabels>(() => {
    const views = this.#views();
    if (views === null) throw new Error('The seldom open views are shown once loadViews() is done.');
    return views;
  });

  use(labels: MediatelLabels): void {
    this.#wanted = labels;
    void this.#change(labels);
  }

  /** Loads a language and uses it; where it can't be loaded, the present one stays. The last one asked for wins. */
  async speak(tag: LanguageTag): Promise<void> {
    this.#wanted = tag;
    const labels = await loaders[tag]();
    if (this.#wanted === tag) await this.#change(labels);
  }

  /** Loads the texts of the seldom open views in the language in use. */
  async loadViews(): Promise<void> {
    const labels = this.#labels();
    const views = await labels.views();
    if (labels === this.#labels()) this.#views.set(views);
    // The language changed meanwhile: whoever waits must find its texts.
    else await this.loadViews();
  }

  /** The operator's own choice in this browser, which outlives the page. */
  async choose(tag: LanguageTag): Promise<void> {
    await this.speak(tag);
    kept.write(tag);
  }

  /** What the operator chose before, unless the host has set the words itself. */
  async recall(): Promise<void> {
    const stored = kept.read(null);
    const tag = mediatelLanguages.find((language) => language.tag === stored)?.tag;
    if (tag !== undefined && this.#wanted === 'en') await this.speak(tag);
  }

  /** Views that are open follow. */
  async #change(labels: MediatelLabels): Promise<void> {
    this.#labels.set(labels);
    this.#notice.set(labels);
    if (this.#views() !== null) await this.loadViews();
  }
}
