import { DestroyRef, Directive, ElementRef, afterNextRender, inject } from '@angular/core';
import { MAT_TOOLTIP_DEFAULT_OPTIONS, type MatTooltipDefaultOptions } from '@angular/material/tooltip';
import { PageTheme } from './page-theme';

/** The class of everything that a part opens over the page: menus, dialogs, the panels of selects, tooltips. */
export const overlayClass = 'mediatel-overlay';

/** The host's own options of tooltips, with the class of our overlays. */
function tooltipOptions(): MatTooltipDefaultOptions {
  const hosts = inject(MAT_TOOLTIP_DEFAULT_OPTIONS, { skipSelf: true });
  return { ...hosts, tooltipClass: [hosts.tooltipClass ?? [], overlayClass].flat() };
}

/**
 * The host directive of each part that a host may put on a page.
 *
 * It gives the part the class `mediatel-part`. `PageTheme` then sets the theme's tokens that the page lacks there.
 */
@Directive({
  host: { class: 'mediatel-part' },
  providers: [{ provide: MAT_TOOLTIP_DEFAULT_OPTIONS, useFactory: tooltipOptions }],
})
export class MediatelThemed {
  constructor() {
    const theme = inject(PageTheme);
    const part = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    inject(DestroyRef).onDestroy(() => theme.remove(part));
    // In the browser only, and once the part is on the page.
    afterNextRender(() => theme.add(part));
  }
}
