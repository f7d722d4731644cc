import type { InEveryLanguage } from '../kit/page-language';
import type { PhonePlaceName } from '../phone/phone-place';

export interface PhonePlaceWords {
  readonly label: string;
  readonly choices: Readonly<Record<PhonePlaceName, string>>;
}

/** The texts of the menu that chooses where the phone is. */
export const phonePlaceWords: InEveryLanguage<PhonePlaceWords> = {
  en: { label: 'Phone', choices: { side: 'At the side', floating: 'Floating', across: 'Across the page' } },
  uk: { label: 'Телефон', choices: { side: 'Збоку', floating: 'Поверх сторінки', across: 'Унизу на всю ширину' } },
  ru: { label: 'Телефон', choices: { side: 'Сбоку', floating: 'Поверх страницы', across: 'Внизу на всю ширину' } },
};
