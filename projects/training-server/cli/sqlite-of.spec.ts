import { sqliteOf } from './sqlite-of';

it.each([
  ['18.20.0', 'missing'],
  ['22.4.1', 'missing'],
  ['22.5.0', 'flag'],
  ['22.12.0', 'flag'],
  ['22.13.0', 'ready'],
  ['23.3.0', 'flag'],
  ['23.4.0', 'ready'],
  ['24.0.0', 'ready'],
])('Node %s: %s', (version, expected) => {
  expect(sqliteOf(version)).toBe(expected);
});
