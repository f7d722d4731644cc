import type { EarLines } from './ear-line';

/** A voice side that has no ears. */
export const noEars: EarLines = {
  openEar: () => {
    throw new Error('the voice side has no ears');
  },
};
