import { ChangeDetectionStrategy, Component, DOCUMENT, computed, effect, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { Icon } from '../kit/icon';
import type { IconName } from '../kit/icons';
import { PageLanguage } from '../kit/page-language';
import { HintMemory, type HintReader } from './hint-memory';
import { hintsWords } from './hints.words';

/** Where a hint leads, and its picture. The words are in the same order. */
interface HintLook {
  readonly icon: IconName;
  readonly link: string | null;
}

const olena = '/customers/39335108';

const looks: Readonly<Record<HintReader, readonly HintLook[]>> = {
  operator: [
    { icon: 'outgoing', link: olena },
    { icon: 'incoming', link: '/training' },
    { icon: 'hangUp', link: null },
  ],
  supervisor: [
    { icon: 'problem', link: '/supervisor' },
    { icon: 'speaks', link: '/supervisor' },
    { icon: 'board', link: '/supervisor' },
  ],
};

/** Three things to try or to look at. They are shown on a role's first visit of this browser, and again if asked for. */
@Component({
  selector: 'app-hints',
  imports: [Icon, MatIconButton, MatTooltip, RouterLink],
  templateUrl: './hints.html',
  styleUrl: './hints.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Hints {
  readonly #document = inject(DOCUMENT);
  readonly #language = inject(PageLanguage).tag;
  protected readonly memory = inject(HintMemory);
  protected readonly words = computed(() => hintsWords[this.#language()]);
  protected readonly shown = computed(() => {
    const reader = this.memory.reader();
    if (reader === null || !this.memory.open()) return null;
    const hints = this.words().hints[reader];
    return {
      label: this.words().label[reader],
      hints: looks[reader].map((look, place) => ({ ...look, words: hints[place]! })),
    };
  });

  constructor() {
    effect(() => {
      if (this.shown() !== null) this.memory.shown();
    });
  }

  /** The button goes, and Tab goes on from the page's work, not from the page's top. */
  protected close(): void {
    this.#document.querySelector('main')?.focus({ preventScroll: true });
    this.memory.close();
  }
}
