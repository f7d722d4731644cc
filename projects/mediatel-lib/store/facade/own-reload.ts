/** When the library itself last began a reload (`performance.now()`). */
let begunAt = -Infinity;

/** Notes a reload of the library's own, so that the leave prompt knows it: not every browser reports navigations. */
export const noteOwnReload = (): void => {
  begunAt = performance.now();
};

export const ownReloadAt = (): number => begunAt;
