import { Dialog } from '@angular/cdk/dialog';
import { Overlay } from '@angular/cdk/overlay';
import { DestroyRef, Injectable, Injector, type WritableSignal, inject, signal } from '@angular/core';
import { overlayClass } from 'mediatel-lib/private/theme';
import { MediatelIntl } from 'mediatel-lib/ui';
import type { OperatorEntry } from '../hub/operators';

/** Width of the sheet. A phone's whole screen is narrower. */
const sheetWidth = 'min(420px, 100vw)';

/** Opens the side sheet of an operator. Esc closes it and returns the focus. Its code is loaded when it is first opened. */
@Injectable()
export class SheetOpener {
  readonly #dialog = inject(Dialog);
  readonly #overlay = inject(Overlay);
  readonly #injector = inject(Injector);
  readonly #intl = inject(MediatelIntl);
  #open: { readonly close: () => void; readonly chosen: WritableSignal<OperatorEntry> } | null = null;
  #isOver = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#isOver = true;
      this.#open?.close();
    });
  }

  /** Shows an operator in the sheet. An open sheet changes to that operator. */
  async show(entry: OperatorEntry): Promise<void> {
    if (this.#change(entry)) return;
    const { OperatorSheet } = await import('./operator-sheet');
    // The board was closed in the meantime, or another press was faster.
    if (this.#isOver || this.#change(entry)) return;
    const chosen = signal(entry);
    const sheet = this.#dialog.open(OperatorSheet, {
      data: chosen,
      injector: this.#injector,
      ariaLabel: this.#intl.viewLabels().acts.open,
      // The board stays usable beside it.
      hasBackdrop: false,
      ariaModal: false,
      positionStrategy: this.#overlay.position().global().end('0').top('0'),
      scrollStrategy: this.#overlay.scrollStrategies.noop(),
      width: sheetWidth,
      height: '100%',
      panelClass: overlayClass,
    });
    this.#open = { close: () => sheet.close(), chosen };
    sheet.closed.subscribe(() => (this.#open = null));
  }

  #change(entry: OperatorEntry): boolean {
    this.#open?.chosen.set(entry);
    return this.#open !== null;
  }
}
