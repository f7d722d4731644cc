import type { InEveryLanguage } from '../kit/page-language';
import { english } from './english.words';
import { russian } from './russian.words';
import { ukrainian } from './ukrainian.words';
import type { TourWords } from './tour-texts';

/** The tour's texts. */
export const tourWords: InEveryLanguage<TourWords> = { en: english, uk: ukrainian, ru: russian };
