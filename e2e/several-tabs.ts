/**
 * For `test.use`, in files whose tests open more than one tab in a window: a tab behind another one draws no frames, and a test can't
 * press its buttons. The trace's pictures of every moment make it draw. They cost two fifths of the processor's time.
 */
export const severalTabs = { trace: { mode: 'retain-on-failure', snapshots: false, sources: false } } as const;
