import { groupByThree, groupUkrainian } from './group-digits';

describe('a Ukrainian number', () => {
  it.each([
    ['+380661234501', '+380 66 123 45 01'],
    ['380661234501', '380 66 123 45 01'],
    ['0661234501', '066 123 45 01'],
    ['0441234567', '044 123 45 67'],
    ['+38066123', '+380 66 123'],
    ['0661234', '066 123 4'],
    ['066123450', '066 123 45 0'],
    ['0', '0'],
  ])('%s is written %s', (number, written) => expect(groupUkrainian(number, 'UA')).toBe(written));

  it.each(['+48221234567', '06612345012', '102', '661234501', '*77#', '', '+380'])('is not %s', (number) =>
    expect(groupUkrainian(number, 'UA')).toBeNull(),
  );

  it('without a plus is read in Ukraine only', () => {
    expect([groupUkrainian('0661234501', 'PL'), groupUkrainian('380661234501', 'PL')]).toEqual([null, null]);
    expect(groupUkrainian('+380661234501', 'PL')).toBe('+380 66 123 45 01');
  });
});

it.each([
  ['38066123456789012345', '380 661 234 567 890 123 45'],
  ['1234567890', '123 456 78 90'],
  ['+123456789', '+123 456 789'],
  ['12', '12'],
])('a number that no rules know, %s, is written %s', (number, written) => expect(groupByThree(number)).toBe(written));
