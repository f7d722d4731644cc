import { globSync, readFileSync } from 'node:fs';
import { inRoot } from './start/places.js';

const page = readFileSync(inRoot('docs/guides/messages-and-symptoms.md'), 'utf8');
const library = inRoot('projects/mediatel-lib');
/** Where the library's words come from, without escapes: labels, errors, warnings. */
const sources = [
  ...globSync('ui/intl/en/*.ts', { cwd: library }),
  'ports/setup-error.ts',
  'ports/resolve-config.ts',
  'private/theme/ask-for-theme.ts',
]
  .map((file) => readFileSync(`${library}/${file}`, 'utf8'))
  .join('\n');

/** Parts of a message that no value interrupts. Shorter ones prove nothing. */
const partsOf = (message: string): readonly string[] =>
  message
    .split('…')
    .map((part) => part.trim())
    .filter((part) => part.length > 3);

describe('the page of messages and symptoms', () => {
  it('quotes only words that the library has', () => {
    const quoted = Array.from(page.matchAll(/“([^”]+)”/g), ([, message = '']) => message);
    expect(quoted.length).toBeGreaterThan(50);
    expect(quoted.flatMap(partsOf).filter((part) => !sources.includes(part))).toEqual([]);
  });

  it('names only buttons that the desk has', () => {
    const buttons = Array.from(page.matchAll(/(?<!\w)_([A-Z][^_]*)_(?!\w)/g), ([, label = '']) => label);
    expect(buttons.length).toBeGreaterThan(12);
    expect(buttons.filter((label) => !sources.includes(`'${label}'`))).toEqual([]);
  });
});
