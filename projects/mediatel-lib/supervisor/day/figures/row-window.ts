/** The rows of a group that are in the page. The others are replaced by empty space. */
export interface RowWindow {
  /** Index of the first row in the page. */
  readonly from: number;
  /** Index after the last one. */
  readonly to: number;
  /** Height of the rows before (px). */
  readonly before: number;
  /** Height of the rows after (px). */
  readonly after: number;
}

/** The visible part of a list (px). */
export interface RowView {
  /** How far it is scrolled. */
  readonly top: number;
  readonly height: number;
}

/** Pixels above and below the view whose rows are in the page too, so that scrolling shows no gaps. */
const spare = 320;

/**
 * The rows to put into the page, for each group of a list. Each group has a head that is always there.
 *
 * Law, tested with generated lists: each visible row is in the page, and the heights stay the same.
 *
 * @param groups The heights of each group's rows (px).
 * @param head The height of a group's head (px).
 */
export function rowWindows(
  groups: readonly (readonly number[])[],
  head: number,
  { top, height }: RowView,
): readonly RowWindow[] {
  const [first, last] = [top - spare, top + height + spare];
  let y = 0;
  return groups.map((heights) => {
    y += head;
    let [from, before, to, shown, all] = [0, 0, 0, 0, 0];
    heights.forEach((own, i) => {
      const [start, end] = [y + all, y + all + own];
      all += own;
      if (end <= first) {
        from = i + 1;
        before += own;
        to = from;
      } else if (start < last) {
        to = i + 1;
        shown += own;
      }
    });
    y += all;
    return { from, to, before, after: all - before - shown };
  });
}
