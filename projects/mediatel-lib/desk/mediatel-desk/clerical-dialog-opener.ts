import { DestroyRef, Injectable, Injector, ViewContainerRef, inject, runInInjectionContext } from '@angular/core';
import type * as Parts from './later-parts';

type ShowClericalDialog = typeof Parts.showClericalDialog;

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

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#close());
  }

  /** Opens the dialog beside the desk by its part, or closes it. Until the part is loaded, the desk shows its own button. */
  sync(show: ShowClericalDialog | false | undefined, desk: HTMLElement): void {
    if (show) this.#open ??= runInInjectionContext(this.#injector, () => show(this.#viewContainerRef, desk));
    else this.#close();
  }

  #close(): void {
    this.#open?.close();
    this.#open = null;
  }
}
