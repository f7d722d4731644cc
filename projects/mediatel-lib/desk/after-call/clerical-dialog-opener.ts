import { DestroyRef, Injectable, type Type, ViewContainerRef, inject } from '@angular/core';
import { MatDialog, type DialogPosition, type MatDialogRef } from '@angular/material/dialog';
import { MediatelIntl } from 'mediatel-lib/ui';
import type { ClericalDialog } from './clerical-dialog';

const width = 400;
const gap = 12;
/** The state bar's height: the dialog never covers it. */
const stateBar = 64;

/**
 * Keeps the clerical dialog open exactly while it is wanted.
 *
 * It has no backdrop: the operator may go on in the CRM. It takes the focus only from one who is not typing there.
 */
@Injectable()
export class ClericalDialogOpener {
  readonly #dialog = inject(MatDialog);
  readonly #text = inject(MediatelIntl).labels;
  readonly #viewContainerRef = inject(ViewContainerRef);
  #open: MatDialogRef<ClericalDialog> | null = null;
  /** Fetched once the desk is there, long before the first call can end. */
  #component: Type<ClericalDialog> | null = null;
  /** The desk beside which it is wanted now. */
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
      // Offline, or gone after a deployment: the desk's own button still tells, and the next wish tries again.
      () => undefined,
    );
  }

  #show(component: Type<ClericalDialog>, desk: HTMLElement): void {
    const view = desk.ownerDocument.defaultView;
    const dialog = this.#dialog.open(component, {
      viewContainerRef: this.#viewContainerRef,
      ariaLabel: this.#text().howDidItEnd,
      ariaModal: false,
      // The list, where 1–9 choose; or nothing, which CDK knows only as a selector that matches none.
      autoFocus: isTyping(desk.ownerDocument.activeElement, desk) ? 'mediatel-nothing' : '[role=listbox]',
      delayFocusTrap: false,
      enterAnimationDuration: 0,
      exitAnimationDuration: 0,
      disableClose: true,
      hasBackdrop: false,
      restoreFocus: true,
      panelClass: 'mediatel-clerical',
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

/** The dialog's upper edge in a viewport that is tall enough. */
const topBelow = (desk: HTMLElement): number => Math.max(gap, desk.getBoundingClientRect().top + stateBar + gap);

/** Beside the desk where there is room, else over it, below the state bar. */
function place(desk: HTMLElement): DialogPosition {
  const { left, right } = desk.getBoundingClientRect();
  const below = `${topBelow(desk)}px`;
  if (left >= width + 2 * gap) return { left: `${left - width - gap}px`, top: below };
  const viewport = desk.ownerDocument.documentElement.clientWidth;
  if (viewport - right >= width + 2 * gap) return { left: `${right + gap}px`, top: below };
  return { top: below };
}

/** Whether somebody writes in the host's own fields: taking the focus would send the next letters elsewhere. */
function isTyping(active: Element | null, desk: HTMLElement): boolean {
  if (!(active instanceof HTMLElement) || desk.contains(active)) return false;
  return active.isContentEditable || active.matches('input, textarea, select');
}
