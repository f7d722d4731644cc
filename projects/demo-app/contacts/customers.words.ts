import { counted } from '../kit/counted';
import type { InEveryLanguage } from '../kit/page-language';

export interface CustomersWords {
  readonly title: string;
  readonly search: string;
  readonly searchHint: string;
  readonly count: (count: number) => string;
  readonly found: (found: number, all: number) => string;
  readonly nobodyMatches: (query: string) => string;
  readonly showAll: string;
  readonly worthACall: string;
  readonly worthACallWhy: string;
}

const customers = {
  en: counted('en', { one: 'customer', many: 'customers' }),
  uk: counted('uk', { one: 'клієнт', few: 'клієнти', many: 'клієнтів' }),
  ru: counted('ru', { one: 'клиент', few: 'клиента', many: 'клиентов' }),
};

/** The texts of the list of customers, and of the page beside it while no card is open. */
export const customersWords: InEveryLanguage<CustomersWords> = {
  en: {
    title: 'Customers',
    search: 'Search customers',
    searchHint: 'Name, number, contract…',
    count: customers.en,
    found: (found, all) => `${found} of ${customers.en(all)}`,
    nobodyMatches: (query) => `Nobody matches “${query}”.`,
    showAll: 'Show everybody',
    worthACall: 'Worth a call today',
    worthACallWhy: 'What falls due, and what is late the longest. Choose somebody here or in the list.',
  },
  uk: {
    title: 'Клієнти',
    search: 'Шукати клієнтів',
    searchHint: 'Ім’я, номер, договір…',
    count: customers.uk,
    found: (found, all) => `Знайдено ${found} з ${all}`,
    nobodyMatches: (query) => `Нікого не знайдено: «${query}».`,
    showAll: 'Показати всіх',
    worthACall: 'Кому варто подзвонити сьогодні',
    worthACallWhy: 'У кого настає строк платежу і хто найдовше прострочив. Виберіть когось тут або в списку.',
  },
  ru: {
    title: 'Клиенты',
    search: 'Искать клиентов',
    searchHint: 'Имя, номер, договор…',
    count: customers.ru,
    found: (found, all) => `Найдено ${found} из ${all}`,
    nobodyMatches: (query) => `Никого не найдено: «${query}».`,
    showAll: 'Показать всех',
    worthACall: 'Кому стоит позвонить сегодня',
    worthACallWhy:
      'У кого наступает срок платежа и кто дольше всех просрочил. Выберите кого-нибудь здесь или в списке.',
  },
};
