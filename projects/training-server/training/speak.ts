import type { Temper, TrainingLanguage } from '../../training-kit';

/** How a text becomes sound. Rejects if it can't. */
export type Speak = (
  text: string,
  how: { readonly language: TrainingLanguage; readonly temper: Temper; readonly pitch: number },
) => Promise<Int16Array>;
