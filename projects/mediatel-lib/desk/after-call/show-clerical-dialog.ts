import { type ViewContainerRef, inject } from '@angular/core';
import { MatDialog, type DialogPosition, type MatDialogRef } from '@angular/material/dialog';
import { overlayClass } from 'mediatel-lib/private/theme';
import { MediatelIntl } from 'mediatel-lib/ui';
import { ClericalDialog } from './clerical-dialog';

const width = 400;
const gap = 12;
/** Height of the state bar (px): the dialog never covers it. */
const stateBar = 64;

/** Opens the clerical dialog beside a desk. Needs an injection context. */
export function showClericalDialog(
  viewContainerRef: ViewContainerRef,
  desk: HTMLElement,
): MatDialogRef<ClericalDialog> {
  const view = desk.ownerDocument.defaultView;
  const dialog = inject(MatDialog).open(ClericalDialog, {
    viewContainerRef,
    ariaLabel: inject(MediatelIntl).labels().howDidItEnd,
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
  const replace = (): void => void dialog.updatePosition(place(desk));
  view?.addEventListener('resize', replace);
  dialog.afterClosed().subscribe(() => view?.removeEventListener('resize', replace));
  return dialog;
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
