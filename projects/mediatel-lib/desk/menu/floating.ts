import { Injectable, computed, signal } from '@angular/core';
import { storedPlaces, storedText } from 'mediatel-lib/ports';
import { type Corner, corners, gap } from './corner';
import type * as Chunk from './drag-desk';

const kept = storedText(storedPlaces.deskCorner);

/** The position of a floating desk: a corner of the window. The state bar drags it, the menu moves it. */
@Injectable()
export class Floating {
  readonly #corner = signal<Corner>(read());
  readonly #drag = signal<{ readonly x: number; readonly y: number } | null>(null);
  readonly #isOn = signal(false);
  /** Loaded when the desk begins to float: few desks do. */
  #dragDesk: typeof Chunk.dragDesk | null = null;

  /** Whether the desk floats. */
  readonly isOn = this.#isOn.asReadonly();
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

  /** Lets the desk float, or stops it. */
  setOn(isOn: boolean): void {
    this.#isOn.set(isOn);
    if (isOn) this.#load();
  }

  /** Moves the desk to the next corner, clockwise: for the keyboard. */
  next(): void {
    this.#keep(corners[(corners.indexOf(this.#corner()) + 1) % corners.length] ?? 'bottom-right');
  }

  /** Follows the pointer until its release, then moves to the nearest corner. */
  drag(event: PointerEvent, desk: HTMLElement): void {
    if (!this.isOn()) return;
    if (this.#dragDesk === null) return this.#load();
    this.#dragDesk(event, desk, {
      gap,
      moved: (at) => this.#drag.set(at),
      settled: (corner) => {
        this.#drag.set(null);
        this.#keep(corner);
      },
    });
  }

  #load(): void {
    import('./drag-desk').then(
      ({ dragDesk }) => (this.#dragDesk = dragDesk),
      // Offline: the menu still moves the desk, and the next press tries again.
      () => undefined,
    );
  }

  #keep(corner: Corner): void {
    this.#corner.set(corner);
    kept.write(corner);
  }
}

function read(): Corner {
  const stored = kept.read(null);
  return corners.find((corner) => corner === stored) ?? 'bottom-right';
}
