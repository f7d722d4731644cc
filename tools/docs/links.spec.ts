import { asPage } from './links.js';

const routes = new Map([
  ['README.md', 'index'],
  ['docs/protocol.md', 'protocol'],
  ['docs/guides/a.md', 'guides/a'],
  ['docs/adr', 'adr/index'],
  ['projects/kit/README.md', 'projects/kit'],
  ['projects/mediatel-lib/ui/keypad/keypad.md', 'parts/ui/keypad/keypad'],
]);
const pictures: string[] = [];
const page = (text: string, file: string): string =>
  asPage(text, file, { routes, picture: (path) => pictures.push(path) });

it.each([
  ['a page beside it', '[A](guides/a.md)', 'docs/protocol.md', '[A](./guides/a.md)'],
  ['an anchor', '[S](../protocol.md#2-the-wire)', 'docs/guides/a.md', '[S](../protocol.md#2-the-wire)'],
  [
    'a page that moved',
    '[K](projects/mediatel-lib/ui/keypad/keypad.md)',
    'README.md',
    '[K](./parts/ui/keypad/keypad.md)',
  ],
  [
    'a page, from one that moved',
    '[P](../../../../docs/protocol.md)',
    'projects/mediatel-lib/ui/keypad/keypad.md',
    '[P](../../../protocol.md)',
  ],
  ['a folder with a page', '[`kit`](projects/kit)', 'README.md', '[`kit`](./projects/kit.md)'],
  ['a folder that is a list', '[adr](docs/adr)', 'README.md', '[adr](./adr/index.md)'],
  ['a source file: its words', '[`main.ts`](projects/main.ts)', 'README.md', '`main.ts`'],
  ['an address', '[W](https://a.example/b)', 'README.md', '[W](https://a.example/b)'],
  ['a link in code', '```md\n[A](docs/guides/a.md)\n```', 'README.md', '```md\n[A](docs/guides/a.md)\n```'],
  ['a type in a text', 'Promise<void> and `Promise<void>`', 'README.md', 'Promise\\<void> and `Promise<void>`'],
  ['a comment of the formatter', 'a\n<!-- prettier-ignore -->\nb', 'README.md', 'a\nb'],
])('%s', (_, text, file, expected) => {
  expect(page(text, file)).toBe(expected);
});

it('a picture is beside the pages, and is collected', () => {
  expect(page('![The desk](../images/desk.png)', 'docs/guides/a.md')).toBe('![The desk](../images/desk.png)');
  expect(pictures).toEqual(['docs/images/desk.png']);
});
