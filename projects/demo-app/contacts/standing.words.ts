import type { Contact } from '../address-book/contact';
import { counted } from '../kit/counted';
import type { InEveryLanguage } from '../kit/page-language';

/** The state of a contact's debt in words. `days` may be 0, which is today. */
interface StandingWords {
  readonly overdue: (days: number) => string;
  readonly promised: (days: number) => string;
  readonly dueSoon: (days: number) => string;
  readonly onTime: string;
  readonly settled: string;
}

const days = {
  en: counted('en', { one: 'day', many: 'days' }),
  uk: counted('uk', { one: 'день', few: 'дні', many: 'днів' }),
  ru: counted('ru', { one: 'день', few: 'дня', many: 'дней' }),
};

const words: InEveryLanguage<StandingWords> = {
  en: {
    overdue: (count) => `${days.en(count)} overdue`,
    promised: (count) => (count === 0 ? 'Pays today' : `Pays in ${days.en(count)}`),
    dueSoon: (count) => (count === 0 ? 'Due today' : `Due in ${days.en(count)}`),
    onTime: 'On time',
    settled: 'Settled',
  },
  uk: {
    overdue: (count) => `Прострочено ${days.uk(count)}`,
    promised: (count) => (count === 0 ? 'Сплатить сьогодні' : `Сплатить за ${days.uk(count)}`),
    dueSoon: (count) => (count === 0 ? 'Платіж сьогодні' : `Платіж за ${days.uk(count)}`),
    onTime: 'Платить вчасно',
    settled: 'Погашено',
  },
  ru: {
    overdue: (count) => `Просрочено ${days.ru(count)}`,
    promised: (count) => (count === 0 ? 'Заплатит сегодня' : `Заплатит через ${days.ru(count)}`),
    dueSoon: (count) => (count === 0 ? 'Платёж сегодня' : `Платёж через ${days.ru(count)}`),
    onTime: 'Платит вовремя',
    settled: 'Погашено',
  },
};

/** The state of a contact's debt, in two or three words. */
export function standingText(
  { standing, dueInDays }: Pick<Contact, 'standing' | 'dueInDays'>,
  tag: keyof typeof words,
): string {
  const text = words[tag][standing];
  if (typeof text === 'string') return text;
  return text(Math.abs(dueInDays ?? 0));
}
