import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  DestroyRef,
  ElementRef,
  afterNextRender,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { type TourTarget, findTargets } from './tour-targets';

/** A frame around a part of the desk (px, in the window). */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How far the frame is from the part (px). */
const gap = 4;

function frameOf(element: Element): Frame {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x - gap, y: y - gap, width: width + 2 * gap, height: height + 2 * gap };
}

const isSame = (a: readonly Frame[], b: readonly Frame[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Draws frames around parts of the desk and follows them. It takes no click, no key and no focus, and screen readers do not
 * see it.
 *
 * It is in the browser's top layer, because the desk's dialogs and menus are there.
 */
@Component({
  selector: 'app-tour-pointer',
  template: `
    <div #layer popover="manual" class="layer">
      @for (frame of frames(); track $index) {
        <span
          [style.translate]="frame.x + 'px ' + frame.y + 'px'"
          [style.inline-size.px]="frame.width"
          [style.block-size.px]="frame.height"
        ></span>
      }
    </div>
  `,
  styleUrl: './tour-pointer.scss',
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TourPointer {
  /** Groups of parts in the order of preference. */
  readonly targets = input.required<readonly (readonly TourTarget[])[]>();

  readonly #document = inject(DOCUMENT);
  private readonly layer = viewChild.required<string, ElementRef<HTMLElement>>('layer', { read: ElementRef });
  protected readonly frames = signal<readonly Frame[]>([], { equal: isSame });
  #elements: readonly Element[] = [];
  #isWaiting = false;

  constructor() {
    effect(() => {
      this.targets();
      this.#measureSoon();
    });
    const destroyed = inject(DestroyRef);
    afterNextRender(() => this.#follow(destroyed));
  }

  /** Measures whenever something may have moved: once for all changes of a frame. */
  #follow(destroyed: DestroyRef): void {
    const measure = (): void => this.#measureSoon();
    const changes = new MutationObserver(measure);
    changes.observe(this.#document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['class', 'style', 'hidden'],
    });
    const options = { capture: true, passive: true };
    const events = ['scroll', 'resize', 'transitionend', 'animationend'] as const;
    for (const name of events) addEventListener(name, measure, options);
    destroyed.onDestroy(() => {
      changes.disconnect();
      for (const name of events) removeEventListener(name, measure, options);
    });
    measure();
  }

  #measureSoon(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      this.#isWaiting = false;
      this.#measure();
    });
  }

  #measure(): void {
    const elements = findTargets(this.#document, this.targets());
    const isNew = elements.some((element, index) => element !== this.#elements[index]);
    this.#elements = elements;
    this.frames.set(elements.map(frameOf));
    if (isNew) this.#bringToTop();
  }

  /** What was shown last is on top, and a dialog may have opened since. */
  #bringToTop(): void {
    const layer = this.layer().nativeElement;
    if (!layer.isConnected || !('showPopover' in layer)) return;
    layer.hidePopover();
    layer.showPopover();
  }
}
