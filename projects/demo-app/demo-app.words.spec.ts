import { globSync } from 'node:fs';
import { mediatelLanguages, type LanguageTag } from 'mediatel-lib/ui';

type Table = Readonly<Record<LanguageTag, unknown>>;

const tags = mediatelLanguages.map(({ tag }) => tag);

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && tags.every((tag) => tag in value);

/** Stands for every argument of a text: it has every field, and reads as 5. */
const anything: unknown = new Proxy(() => '5', {
  get: (_target, key): unknown => (key === Symbol.toPrimitive ? () => '5' : anything),
});

/** The texts of a value with their places in it, those that functions return too. */
function textsOf(value: unknown, place = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') {
    return textsOf((value as (...given: unknown[]) => unknown)(anything, anything, anything), `${place}()`);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => textsOf(part, `${place}.${name}`));
}

/** Names and abbreviations that are written alike everywhere. */
const names = /Verba|Mediatel|Olena Kovalchuk|CRM|CSV|WAV|YAML|Enter|Force Pause|undefined|IN_Support/g;

/** All tables of the app, by file and name. */
async function tables(): Promise<readonly (readonly [string, Table])[]> {
  const files = globSync('**/*.words.ts', { cwd: 'projects/demo-app' });
  const modules = await Promise.all(
    files.map(async (file) => [file, (await import(`./${file}`)) as Readonly<Record<string, unknown>>] as const),
  );
  return modules.flatMap(([file, module]) =>
    Object.entries(module).flatMap(([name, value]) => (isTable(value) ? [[`${file} ${name}`, value] as const] : [])),
  );
}

describe('the words of the app', () => {
  let all: Awaited<ReturnType<typeof tables>>;

  beforeAll(async () => {
    all = await tables();
  });

  it('have every text in every language, and none is empty in one language only', () => {
    expect(all.length).toBeGreaterThan(15);
    for (const [name, table] of all) {
      const shapes = tags.map((tag) => textsOf(table[tag]).map(([place]) => place));
      expect([name, shapes[1]]).toEqual([name, shapes[0]]);
      expect([name, shapes[2]]).toEqual([name, shapes[0]]);
    }
  });

  it.each([
    ['uk', /[а-яіїєґ]/i, /[ыэъё]/i],
    ['ru', /[а-яё]/i, /[іїєґ]/i],
  ] as const)('are translated to %s: no text is Latin, none has letters of the other language', (tag, own, foreign) => {
    const wrong = all.flatMap(([name, table]) =>
      textsOf(table[tag])
        .map(([place, text]) => [place, text.replace(names, '')] as const)
        .filter(([, text]) => (/[a-z]{2}/i.test(text) && !own.test(text)) || foreign.test(text))
        .map(([place, text]) => `${name}${place}: ${text}`),
    );
    expect(wrong).toEqual([]);
  });
});
