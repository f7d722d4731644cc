import { DestroyRef, ElementRef, Injectable, afterNextRender, computed, inject, signal } from '@angular/core';
import type { ClericalPlace } from '../state/clerical-place';
import { DeskPages } from '../state/desk-pages';
import { ClericalWork } from './clerical-work';

/**
 * Decides where the after-call work of one desk is.
 *
 * A dialog shows it only while the desk is hidden (`display: none`, as behind another tab of the host) or another page of the
 * desk is open.
 */
@Injectable()
export class ClericalPlacement {
  readonly #pages = inject(DeskPages);
  readonly #work = inject(ClericalWork);
  readonly #isDeskShown = signal(true);

  /** Whether a dialog may open over the host's page. */
  readonly mayOpenDialog = signal(true);
  /** Whether the desk has a box on the page. */
  readonly isDeskShown = this.#isDeskShown.asReadonly();
  readonly place = computed<ClericalPlace>(() => {
    if (this.#isDeskShown() && this.#pages.open() === null) return 'desk';
    return this.mayOpenDialog() && !this.#work.aside() ? 'dialog' : 'aside';
  });

  constructor() {
    const desk = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyed = inject(DestroyRef);
    // Not on a server, which has no ResizeObserver.
    afterNextRender(() => {
      if (typeof ResizeObserver === 'undefined') return;
      const observer = new ResizeObserver(() => {
        this.#isDeskShown.set(!('checkVisibility' in desk) || desk.checkVisibility());
      });
      observer.observe(desk);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }

  /** Brings the after-call work back. */
  bringBack(): void {
    this.#pages.close();
    this.#work.aside.set(false);
  }
}
