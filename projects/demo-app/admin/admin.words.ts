import type { InEveryLanguage } from '../kit/page-language';
import type { AdminTexts } from './admin-texts';
import { english } from './words/english';
import { russian } from './words/russian';
import { ukrainian } from './words/ukrainian';

/** The texts of the administrator's pages. */
export const adminWords: InEveryLanguage<AdminTexts> = { en: english, uk: ukrainian, ru: russian };
