import { DestroyRef, Injectable, type Type, ViewContainerRef, inject } from '@angular/core';
import { MatDialog, type DialogPosition, type MatDialogRef } from '@angular/material/dialog';
import { overlayClass } from 'mediatel-lib/private/theme';
import { MediatelIntl } from 'mediatel-lib/ui';
import type { ClericalDialog } from './clerical-dialog';

const width = 400;
const gap = 12;
/** Height of the state bar (px): the dialog never covers it. */
const stateBar = 64;

/**
 * Opens and closes the clerical dialog.
 *
 * It has no backdrop, so the operator may go on in the CRM. It takes the focus only when nobody types there.
 */
@Injectable()
export class ClericalDialogOpener {
  readonly #dialog = inject(MatDialog);
  readonly #text = inject(MediatelIntl).labels;
  readonly #viewContainerRef = inject(ViewContainerRef);
  #open: MatDialogRef<ClericalDialog> | null = null;
  /** Loaded when the desk is created, long before the first call can end. */
  #component: Type<ClericalDialog> | null = null;
  /** The desk beside which the dialog should be open; `null` when it should be closed. */
  #beside: HTMLElement | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.sync(false));
    this.#load();
  }

  sync(wanted: false): void;
  sync(wanted: boolean, desk: HTMLElement): void;
  sync(wanted: boolean, desk: HTMLElement | null = null): void {
    this.#beside = wanted ? desk : null;
    if (!wanted) this.#close();
    else if (this.#component === null) this.#load();
    else if (this.#open === null && desk !== null) this.#show(this.#component, desk);
  }

  #load(): void {
    import('./clerical-dialog').then(
      ({ ClericalDialog }) => {
        this.#component = ClericalDialog;
        if (this.#beside !== null) this.sync(true, this.#beside);
      },
      // Offline, or the chunk is gone after a deployment: the desk shows its own button, and the next `sync()` tries again.
      () => undefined,
    );
  }

  #show(component: Type<ClericalDialog>, desk: HTMLElement): void {
    const view = desk.ownerDocument.defaultView;
    const dialog = this.#dialog.open(component, {
      viewContainerRef: this.#viewContainerRef,
      ariaLabel: this.#text().howDidItEnd,
      ariaModal: false,
      // The list, in which 1–9 choose. A selector without a match leaves the focus where it is; CDK has no other way.
      autoFocus: isTyping(desk.ownerDocument.activeElement, desk) ? 'mediatel-nothing' : '[role=listbox]',
      delayFocusTrap: false,
      enterAnimationDuration: 0,
      exitAnimationDuration: 0,
      disableClose: true,
      hasBackdrop: false,
      restoreFocus: true,
      panelClass: ['mediatel-clerical', overlayClass],
      width: `min(${width}px, calc(100vw - ${2 * gap}px))`,
      maxWidth: 'none',
      maxHeight: `calc(100vh - ${topBelow(desk) + gap}px)`,
      position: place(desk),
    });
    this.#open = dialog;
    const replace = (): void => void dialog.updatePosition(place(desk));
    view?.addEventListener('resize', replace);
    dialog.afterClosed().subscribe(() => view?.removeEventListener('resize', replace));
  }

  #close(): void {
    this.#open?.close();
    this.#open = null;
  }
}

/** The dialog's upper edge (px) in a viewport that is tall enough. */
const topBelow = (desk: HTMLElement): number => Math.max(gap, desk.getBoundingClientRect().top + stateBar + gap);

/** The dialog's position: beside the desk if there is room, else over it, below the state bar. */
function place(desk: HTMLElement): DialogPosition {
  const { left, right } = desk.getBoundingClientRect();
  const below = `${topBelow(desk)}px`;
  if (left >= width + 2 * gap) return { left: `${left - width - gap}px`, top: below };
  const viewport = desk.ownerDocument.documentElement.clientWidth;
  if (viewport - right >= width + 2 * gap) return { left: `${right + gap}px`, top: below };
  return { top: below };
}

/** Whether somebody types in a field of the host. If the dialog took the focus, the next letters would be lost. */
function isTyping(active: Element | null, desk: HTMLElement): boolean {
  if (!(active instanceof HTMLElement) || desk.contains(active)) return false;
  return active.isContentEditable || active.matches('input, textarea, select');
}
