import { initials } from './avatar';

it.each([
  ['Olena Kovalchuk', 'OK'],
  ['שלומית בן־דוד', 'שב'],
  ['👩🏽‍💻 Olena', '👩🏽‍💻O'],
  ['🦊', '🦊'],
  ['  ', ''],
])('the initials of “%s” are whole letters', (name, shown) => {
  expect(initials(name)).toBe(shown);
});
