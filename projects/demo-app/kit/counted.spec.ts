import { counted } from './counted';

const days = counted('uk', { one: 'день', few: 'дні', many: 'днів' });
const english = counted('en', { one: 'day', many: 'days' });

describe('a number with its word', () => {
  it.each([
    [0, '0 днів'],
    [1, '1 день'],
    [2, '2 дні'],
    [5, '5 днів'],
    [11, '11 днів'],
    [21, '21 день'],
    [22, '22 дні'],
  ])('in Ukrainian: %d', (count, text) => {
    expect(days(count)).toBe(text);
  });

  it.each([
    [0, '0 days'],
    [1, '1 day'],
    [2, '2 days'],
  ])('in English: %d', (count, text) => {
    expect(english(count)).toBe(text);
  });
});
