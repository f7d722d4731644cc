import { DestroyRef, type ElementRef, type Signal, afterRenderEffect, inject } from '@angular/core';

/**
 * Calls back with an element's content box (px) when it changes, as long as the element is on the page. Call it in a
 * constructor.
 *
 * Never on a server, which has no layout.
 */
export function observeSize(
  target: Signal<ElementRef<HTMLElement> | undefined>,
  changed: (size: DOMRectReadOnly, element: HTMLElement) => void,
): void {
  let observer: ResizeObserver | undefined;
  afterRenderEffect({
    earlyRead: () => {
      const element = target()?.nativeElement;
      observer?.disconnect();
      observer = undefined;
      if (!element) return;
      observer = new ResizeObserver(([entry]) => entry && changed(entry.contentRect, element));
      observer.observe(element);
    },
  });
  inject(DestroyRef).onDestroy(() => observer?.disconnect());
}
