import type { Corner } from './corner';

/** How a desk is dragged. */
interface Dragging {
  /** Distance (px) from the window's edges. */
  readonly gap: number;
  /** The desk follows the pointer: its upper left corner, in px of the window. */
  readonly moved: (at: { readonly x: number; readonly y: number }) => void;
  /** The pointer is released: the nearest corner. */
  readonly settled: (corner: Corner) => void;
}

/** Follows the pointer until its release, then moves to the nearest corner. */
export function dragDesk(event: PointerEvent, desk: HTMLElement, { gap, moved, settled }: Dragging): void {
  if (event.button !== 0 || isControl(event.target)) return;
  const bar = event.currentTarget as HTMLElement;
  const start = desk.getBoundingClientRect();
  let isDragged = false;
  bar.setPointerCapture(event.pointerId);
  const { clientWidth, clientHeight } = desk.ownerDocument.documentElement;
  const within = (at: number, room: number): number => Math.max(gap, Math.min(at, room - gap));
  const move = ({ clientX, clientY }: PointerEvent): void => {
    isDragged = true;
    moved({
      x: within(start.left + clientX - event.clientX, clientWidth - start.width),
      y: within(start.top + clientY - event.clientY, clientHeight - start.height),
    });
  };
  const end = (): void => {
    bar.removeEventListener('pointermove', move);
    if (isDragged) settled(nearestCorner(desk));
  };
  bar.addEventListener('pointermove', move);
  bar.addEventListener('lostpointercapture', end, { once: true });
}

function nearestCorner(desk: HTMLElement): Corner {
  const { left, top, width, height } = desk.getBoundingClientRect();
  const { clientWidth, clientHeight } = desk.ownerDocument.documentElement;
  const vertical = top + height / 2 < clientHeight / 2 ? 'top' : 'bottom';
  return `${vertical}-${left + width / 2 < clientWidth / 2 ? 'left' : 'right'}`;
}

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, input, [tabindex]:not([tabindex="-1"])') !== null;
