import type { InEveryLanguage } from '../../kit/page-language';
import { english } from './english.words';
import type { ReplayTexts } from './replay-texts';
import { russian } from './russian.words';
import { ukrainian } from './ukrainian.words';

/** The texts of the page that shows support reports. */
export const replayWords: InEveryLanguage<ReplayTexts> = { en: english, uk: ukrainian, ru: russian };
