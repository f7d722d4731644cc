import { isTypingElsewhere } from './is-typing-elsewhere';

const focused = (html: string): { readonly desk: HTMLElement } => {
  document.body.innerHTML = html;
  document.querySelector<HTMLElement>('[data-focus]')?.focus();
  return { desk: document.querySelector<HTMLElement>('#desk')! };
};

afterEach(() => {
  document.body.innerHTML = '';
});

it.each(['<input data-focus>', '<textarea data-focus></textarea>', '<select data-focus></select>'])(
  'somebody types in the host’s %s',
  (field) => {
    expect(isTypingElsewhere(focused(`<div id="desk"></div>${field}`).desk)).toBe(true);
  },
);

it.each([
  ['nowhere', '<div id="desk"></div>'],
  ['at a button of the host', '<div id="desk"></div><button data-focus>Save</button>'],
  ['in a field of the desk', '<div id="desk"><input data-focus></div>'],
])('nobody types with the focus %s', (_where, html) => {
  expect(isTypingElsewhere(focused(html).desk)).toBe(false);
});
