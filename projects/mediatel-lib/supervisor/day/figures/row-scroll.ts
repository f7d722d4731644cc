import {
  ApplicationRef,
  DOCUMENT,
  DestroyRef,
  Directive,
  ElementRef,
  NgZone,
  afterNextRender,
  inject,
  signal,
} from '@angular/core';
import type { RowView } from './row-window';

/** The size of a scrolled element. */
export interface ScrollSize {
  /** Its inner width (px). */
  readonly width: number;
  /** Pixels of 1 rem, by which rows grow with the reader's text. */
  readonly rem: number;
}

/** Scrolled pixels that count as one step: fewer changes draw the same rows. */
const step = 64;
/** The size of a page without layout: a server's, or a test's. */
const unmeasured = { width: 1200, height: 800, rem: 16 };

/** Watches what of its scrolled element is visible. */
@Directive({ selector: '[mediatelRowScroll]', exportAs: 'mediatelRowScroll' })
export class RowScroll {
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #view = signal<RowView>({ top: 0, height: unmeasured.height }, { equal: isSameView });
  readonly #size = signal<ScrollSize>(unmeasured, { equal: (a, b) => a.width === b.width && a.rem === b.rem });
  readonly #printing = signal(false);
  /** The visible part (px). */
  readonly view = this.#view.asReadonly();
  /** The size of the element. */
  readonly size = this.#size.asReadonly();
  /** Whether the page is being printed: then all rows are needed. */
  readonly printing = this.#printing.asReadonly();

  constructor() {
    const zone = inject(NgZone);
    const destroyRef = inject(DestroyRef);
    const app = inject(ApplicationRef);
    const page = inject(DOCUMENT).defaultView;
    afterNextRender(() => {
      const measure = (): void => this.#measure(page);
      const print = ({ type }: Event): void => {
        this.#printing.set(type === 'beforeprint');
        // The browser prints what is there when this listener ends.
        app.tick();
      };
      const observer = new ResizeObserver(measure);
      zone.runOutsideAngular(() => {
        this.#element.addEventListener('scroll', measure, { passive: true });
        observer.observe(this.#element);
      });
      for (const type of ['beforeprint', 'afterprint']) page?.addEventListener(type, print);
      destroyRef.onDestroy(() => {
        observer.disconnect();
        this.#element.removeEventListener('scroll', measure);
        for (const type of ['beforeprint', 'afterprint']) page?.removeEventListener(type, print);
      });
    });
  }

  #measure(page: Window | null): void {
    const { scrollTop, clientHeight, clientWidth, ownerDocument } = this.#element;
    if (clientWidth === 0) return;
    this.#view.set({ top: Math.floor(scrollTop / step) * step, height: Math.ceil(clientHeight / step) * step + step });
    const rem = parseFloat(page?.getComputedStyle(ownerDocument.documentElement).fontSize ?? '') || unmeasured.rem;
    this.#size.set({ width: clientWidth, rem });
  }
}

function isSameView(a: RowView, b: RowView): boolean {
  return a.top === b.top && a.height === b.height;
}
