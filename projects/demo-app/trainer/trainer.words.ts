import type { InEveryLanguage } from '../kit/page-language';
import { englishTrainer } from './words/english';
import { russianTrainer } from './words/russian';
import { ukrainianTrainer } from './words/ukrainian';
import type { TrainerTexts } from './trainer-texts';

/** The texts of the trainer's page. */
export const trainerWords: InEveryLanguage<TrainerTexts> = {
  en: englishTrainer,
  uk: ukrainianTrainer,
  ru: russianTrainer,
};
