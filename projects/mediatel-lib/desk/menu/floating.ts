import { Injectable, computed, signal } from '@angular/core';
import { storedPlaces, storedText } from 'mediatel-lib/ports';

const kept = storedText(storedPlaces.deskCorner);
const corners = ['bottom-right', 'bottom-left', 'top-left', 'top-right'] as const;
type Corner = (typeof corners)[number];

/** Distance from the window's edges (px). */
const gap = 12;

/** The position of a floating desk: a corner of the window. The state bar drags it, the menu moves it. */
@Injectable()
export class Floating {
  readonly #corner = signal<Corner>(read());
  readonly #drag = signal<{ readonly x: number; readonly y: number } | null>(null);

  /** Whether the desk floats. */
  readonly isOn = signal(false);
  readonly isDragged = computed(() => this.#drag() !== null);

  /** The host's `inset`, in physical directions, as corners are physical; `null` when the desk does not float. */
  readonly inset = computed(() => {
    if (!this.isOn()) return null;
    const drag = this.#drag();
    if (drag !== null) return `${drag.y}px auto auto ${drag.x}px`;
    const [vertical, horizontal] = this.#corner().split('-');
    const side = (at: boolean): string => (at ? `${gap}px` : 'auto');
    return [vertical === 'top', horizontal === 'right', vertical === 'bottom', horizontal === 'left']
      .map(side)
      .join(' ');
  });

  /** Moves the desk to the next corner, clockwise: for the keyboard. */
  next(): void {
    this.#keep(corners[(corners.indexOf(this.#corner()) + 1) % corners.length] ?? 'bottom-right');
  }

  /** Follows the pointer until its release, then moves to the nearest corner. */
  drag(event: PointerEvent, desk: HTMLElement): void {
    if (!this.isOn() || event.button !== 0 || isControl(event.target)) return;
    const bar = event.currentTarget as HTMLElement;
    const start = desk.getBoundingClientRect();
    bar.setPointerCapture(event.pointerId);
    const { clientWidth, clientHeight } = desk.ownerDocument.documentElement;
    const within = (at: number, room: number): number => Math.max(gap, Math.min(at, room - gap));
    const move = ({ clientX, clientY }: PointerEvent): void =>
      this.#drag.set({
        x: within(start.left + clientX - event.clientX, clientWidth - start.width),
        y: within(start.top + clientY - event.clientY, clientHeight - start.height),
      });
    const end = (): void => {
      bar.removeEventListener('pointermove', move);
      if (this.isDragged()) this.#settle(desk);
    };
    bar.addEventListener('pointermove', move);
    bar.addEventListener('lostpointercapture', end, { once: true });
  }

  #settle(desk: HTMLElement): void {
    const { left, top, width, height } = desk.getBoundingClientRect();
    const { clientWidth, clientHeight } = desk.ownerDocument.documentElement;
    this.#drag.set(null);
    const vertical = top + height / 2 < clientHeight / 2 ? 'top' : 'bottom';
    this.#keep(`${vertical}-${left + width / 2 < clientWidth / 2 ? 'left' : 'right'}`);
  }

  #keep(corner: Corner): void {
    this.#corner.set(corner);
    kept.write(corner);
  }
}

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, input, [tabindex]:not([tabindex="-1"])') !== null;

function read(): Corner {
  const stored = kept.read(null);
  return corners.find((corner) => corner === stored) ?? 'bottom-right';
}
