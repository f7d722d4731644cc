import { DestroyRef, Injectable, Injector, ViewContainerRef, inject, runInInjectionContext } from '@angular/core';
import type * as Chunk from './later-parts';

type ShowClericalDialog = typeof Chunk.showClericalDialog;

/**
 * Opens and closes the clerical dialog.
 *
 * It has no backdrop, so the operator may go on in the CRM. It takes the focus only when nobody types there.
 */
@Injectable()
export class ClericalDialogOpener {
  readonly #injector = inject(Injector);
  readonly #viewContainerRef = inject(ViewContainerRef);
  #open: ReturnType<ShowClericalDialog> | null = null;
  #show: ShowClericalDialog | null = null;
  /** The desk beside which the dialog should be open; `null` when it should be closed. */
  #beside: HTMLElement | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.sync(false));
  }

  sync(wanted: false): void;
  sync(wanted: boolean, desk: HTMLElement): void;
  sync(wanted: boolean, desk: HTMLElement | null = null): void {
    this.#beside = wanted ? desk : null;
    const show = this.#show;
    if (!wanted) this.#close();
    else if (show === null) this.load();
    else if (this.#open === null && desk !== null) {
      this.#open = runInInjectionContext(this.#injector, () => show(this.#viewContainerRef, desk));
    }
  }

  /** Loads the dialog before a call can end, so that it opens at once. */
  load(): void {
    import('./later-parts').then(
      ({ showClericalDialog }) => {
        this.#show = showClericalDialog;
        if (this.#beside !== null) this.sync(true, this.#beside);
      },
      // Offline, or the chunk is gone after a deployment: the desk shows its own button, and the next `sync()` tries again.
      () => undefined,
    );
  }

  #close(): void {
    this.#open?.close();
    this.#open = null;
  }
}
