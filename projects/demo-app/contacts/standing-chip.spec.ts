import { standingText } from './standing.words';

describe('the state of a debt', () => {
  it.each([
    ['overdue', -1, '1 day overdue', 'Прострочено 1 день', 'Просрочено 1 день'],
    ['overdue', -9, '9 days overdue', 'Прострочено 9 днів', 'Просрочено 9 дней'],
    ['overdue', -31, '31 days overdue', 'Прострочено 31 день', 'Просрочено 31 день'],
    ['promised', 0, 'Pays today', 'Сплатить сьогодні', 'Заплатит сегодня'],
    ['promised', 2, 'Pays in 2 days', 'Сплатить за 2 дні', 'Заплатит через 2 дня'],
    ['dueSoon', 0, 'Due today', 'Платіж сьогодні', 'Платёж сегодня'],
    ['dueSoon', 5, 'Due in 5 days', 'Платіж за 5 днів', 'Платёж через 5 дней'],
    ['settled', null, 'Settled', 'Погашено', 'Погашено'],
  ] as const)('%s, %s days', (standing, dueInDays, en, uk, ru) => {
    expect(standingText({ standing, dueInDays }, 'en')).toBe(en);
    expect(standingText({ standing, dueInDays }, 'uk')).toBe(uk);
    expect(standingText({ standing, dueInDays }, 'ru')).toBe(ru);
  });
});
