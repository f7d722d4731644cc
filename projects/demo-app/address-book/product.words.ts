import type { InEveryLanguage } from '../kit/page-language';
import type { ProductName } from './contact';

/** The names of the lender's products. */
export const productWords: InEveryLanguage<Readonly<Record<ProductName, string>>> = {
  en: {
    payDayLoan: 'Pay-day loan',
    instalments: 'Instalment plan',
    creditLine: 'Credit line',
    refinanced: 'Refinanced loan',
  },
  uk: {
    payDayLoan: 'Позика до зарплати',
    instalments: 'Розстрочка',
    creditLine: 'Кредитна лінія',
    refinanced: 'Рефінансований кредит',
  },
  ru: {
    payDayLoan: 'Заём до зарплаты',
    instalments: 'Рассрочка',
    creditLine: 'Кредитная линия',
    refinanced: 'Рефинансированный кредит',
  },
};
