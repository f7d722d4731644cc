/** The corners of the window, clockwise. */
export const corners = ['bottom-right', 'bottom-left', 'top-left', 'top-right'] as const;

/** A corner of the window, in which a floating desk is. */
export type Corner = (typeof corners)[number];

/** Distance (px) of a floating desk from the window's edges. */
export const gap = 12;
