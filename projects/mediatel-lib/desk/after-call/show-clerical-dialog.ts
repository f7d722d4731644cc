import { type ViewContainerRef, afterNextRender, inject } from '@angular/core';
import { MatDialog, type DialogPosition, type MatDialogRef } from '@angular/material/dialog';
import { overlayClass } from 'mediatel-lib/private/theme';
import { MediatelIntl } from 'mediatel-lib/ui';
import { ClericalDialog } from './clerical-dialog';
import { isTypingElsewhere } from './is-typing-elsewhere';

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
  const hidden = hiddenParts(desk.ownerDocument);
  const dialog = inject(MatDialog).open(ClericalDialog, {
    viewContainerRef,
    ariaLabel: inject(MediatelIntl).labels().howDidItEnd,
    ariaModal: false,
    // The list, in which 1–9 choose. A selector without a match leaves the focus where it is; CDK has no other way.
    autoFocus: isTypingElsewhere(desk) ? 'mediatel-nothing' : '[role=listbox]',
    delayFocusTrap: false,
    enterAnimationDuration: 0,
    exitAnimationDuration: 0,
    disableClose: true,
    hasBackdrop: false,
    restoreFocus: true,
    panelClass: ['mediatel-clerical', overlayClass],
    width: `min(${width}px, calc(100vw - ${2 * gap}px))`,
    maxWidth: 'none',
    maxHeight: `calc(100vh - ${topBelow(desk) + bottomOf(desk)}px)`,
    position: place(desk),
  });
  // The dialog is not modal. CDK hides the page from screen readers all the same, and a notice of the desk with it.
  afterNextRender(() => {
    for (const part of hiddenParts(desk.ownerDocument)) if (!hidden.includes(part)) part.removeAttribute('aria-hidden');
  });
  const replace = (): void => void dialog.updatePosition(place(desk));
  view?.addEventListener('resize', replace);
  dialog.afterClosed().subscribe(() => view?.removeEventListener('resize', replace));
  return dialog;
}

/** The parts of the page that screen readers don't read. */
const hiddenParts = ({ body }: Document): readonly Element[] =>
  [...body.children].filter((part) => part.getAttribute('aria-hidden') === 'true');

/** The highest place (px) of the dialog's upper edge. A hidden desk has no state bar to be seen. */
function topBelow(desk: HTMLElement): number {
  const { top, height } = desk.getBoundingClientRect();
  return height === 0 ? gap : Math.max(gap, top + stateBar + gap);
}

/** Space (px) below the dialog. Its lower edge stands still, and with it Save, when the list of codes grows. */
function bottomOf(desk: HTMLElement): number {
  const { bottom, height } = desk.getBoundingClientRect();
  return height === 0 ? gap : Math.max(gap, desk.ownerDocument.documentElement.clientHeight - bottom);
}

/** The dialog's position: beside the desk if there is room, else over it, below the state bar. */
function place(desk: HTMLElement): DialogPosition {
  const { left, right } = desk.getBoundingClientRect();
  const bottom = `${bottomOf(desk)}px`;
  if (left >= width + 2 * gap) return { left: `${left - width - gap}px`, bottom };
  const viewport = desk.ownerDocument.documentElement.clientWidth;
  if (right > 0 && viewport - right >= width + 2 * gap) return { left: `${right + gap}px`, bottom };
  return { bottom };
}
