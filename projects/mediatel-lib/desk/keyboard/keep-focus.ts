import { DOCUMENT, DestroyRef, ElementRef, afterEveryRender, inject } from '@angular/core';

/**
 * Gives the host of a component the focus when the focused element within it goes, so that keys still work. Call it in the
 * constructor of the component; the host needs a `tabindex`.
 *
 * Browsers give the focus to `<body>` then, some without an event.
 */
export function keepFocus(): void {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const document = inject(DOCUMENT);
  let focused: EventTarget | null = null;
  const isGone = (): boolean => focused instanceof Element && !focused.isConnected;
  const entered = ({ target }: FocusEvent): void => {
    focused = target;
  };
  // Some browsers send this just before the element goes. A window that loses the focus keeps its active element.
  const left = (): void =>
    queueMicrotask(() => {
      if (!isGone() && document.activeElement !== focused) focused = null;
    });
  host.addEventListener('focusin', entered);
  host.addEventListener('focusout', left);
  inject(DestroyRef).onDestroy(() => {
    host.removeEventListener('focusin', entered);
    host.removeEventListener('focusout', left);
  });
  afterEveryRender(() => {
    if (!isGone()) return;
    focused = null;
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) host.focus({ preventScroll: true });
  });
}
