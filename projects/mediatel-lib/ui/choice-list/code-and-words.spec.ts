import { codeAndWords } from './code-and-words';

it.each([
  ['10. Promise to pay', '10', 'Promise to pay'],
  ['7) Зайнято', '7', 'Зайнято'],
  ['Call dropped', '', 'Call dropped'],
  ['2.5 hours', '', '2.5 hours'],
  ['40.', '', '40.'],
  ['', '', ''],
])('%p has the code %p and the words %p', (name, code, words) => {
  expect(codeAndWords(name)).toEqual({ code, words });
});
