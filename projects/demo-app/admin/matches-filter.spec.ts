import { matchesFilter } from './matches-filter';

const live = { ID: 1, Login: 'olha.koval', Details: 'Ольга Коваль', PersNumbers: ['1021'], State: 1 } as const;
const retired = { ...live, State: 0 } as const;

it.each([
  ['', true],
  ['  ', true],
  ['OLHA', true],
  ['коваль ольга', true],
  ['1021 koval', true],
  ['bondar', false],
  ['olha 1022', false],
])('the filter “%s” lists the operator: %s', (filter, listed) => {
  expect(matchesFilter(live, filter, 'live')).toBe(listed);
});

it('by state', () => {
  expect(matchesFilter(live, '', 'retired')).toBe(false);
  expect(matchesFilter(retired, '', 'live')).toBe(false);
  expect(matchesFilter(retired, '', 'retired')).toBe(true);
  expect(matchesFilter(retired, '', 'all')).toBe(true);
});
