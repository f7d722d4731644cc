/** The sizes of a browser's window that the desk must hold in, in pixels. */
export const windows = [
  { width: 1280, height: 800 },
  // A laptop of 1366 × 768 with the browser's bars.
  { width: 1366, height: 625 },
  { width: 360, height: 740 },
  { width: 320, height: 640 },
  // A window of 1280 × 800 at 150 % and at 200 % zoom.
  { width: 853, height: 533 },
  { width: 640, height: 400 },
] as const;
export type Window = (typeof windows)[number];

/** How large the text is: 2 is 200 % of a browser's usual text. */
export const textSizes = [1, 1.5, 2] as const;
export type TextSize = (typeof textSizes)[number];

/** The room that the demo app gives the docked desk, in pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** The desk's room in the demo app's shell: beside the customers, or in a narrow window between the bar and the tabs. */
export function roomOf({ width, height }: Window, text: TextSize): Room {
  if (width >= 900) {
    const padding = 8;
    const dock = Math.max(376, Math.min(376 * text, 0.4 * width));
    return { width: dock - 2 * padding, height: height - barHeight - 2 * padding };
  }
  return height < 500 ? { width, height: height - lowTabs(text) } : { width, height: height - barHeight - tabs(text) };
}

const barHeight = 56;
const tabs = (text: TextSize): number => 41 + 16 * text;
const lowTabs = (text: TextSize): number => Math.max(37, 9 + 16 * text);
