import { Injectable, signal } from '@angular/core';
import { englishLabels } from './english';
import type { MediatelLabels } from './labels';

/**
 * The words that the library's components show, in the language in use.
 *
 * `inject(MediatelIntl).use(ukrainianLabels)` changes them at run time; `{ ...englishLabels, call: 'Dial' }` changes one.
 */
@Injectable({ providedIn: 'root' })
export class MediatelIntl {
  readonly #labels = signal(englishLabels);

  /** The labels in use: what reads them follows a change of language. */
  readonly labels = this.#labels.asReadonly();

  use(labels: MediatelLabels): void {
    this.#labels.set(labels);
  }
}
