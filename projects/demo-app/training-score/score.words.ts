import type { InEveryLanguage } from '../kit/page-language';
import { english } from './english.words';
import { russian } from './russian.words';
import type { ScoreTexts } from './score-texts';
import { ukrainian } from './ukrainian.words';

/** The texts of the score's pages. */
export const scoreWords: InEveryLanguage<ScoreTexts> = { en: english, uk: ukrainian, ru: russian };
