import { englishLabels } from './en/english';
import type { MediatelLanguage } from './labels/language';
import { overEnglish } from './merge-labels';

type Path = readonly string[];

/** The paths of all labels, in groups at any depth. */
function pathsOf(labels: object): readonly Path[] {
  return Object.entries(labels).flatMap(([name, label]) =>
    typeof label === 'object' ? pathsOf(label).map((path) => [name, ...path]) : [[name]],
  );
}

const only = (path: Path, label: unknown): object =>
  path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), label) as object;
const at = (labels: object, path: Path): unknown =>
  path.reduce<unknown>((group, name) => (group as Record<string, unknown>)[name], labels);

/** All labels except the one at this path. */
const others = (labels: object, path: Path): unknown[] =>
  pathsOf(labels)
    .filter((other) => other.join('.') !== path.join('.'))
    .map((other) => at(labels, other));

const marks = { text: 'Own', function: (): string => 'Own' };

describe('a host’s language', () => {
  it('may have only one label, any of them: the rest is English (law)', () => {
    const { views: _, ...english } = englishLabels;
    const paths = pathsOf(english);
    expect(paths.length).toBeGreaterThan(200);
    for (const path of paths) {
      const own = typeof at(english, path) === 'function' ? marks.function : marks.text;
      const { views: _views, ...merged } = overEnglish(only(path, own));
      expect(at(merged, path)).toBe(own);
      expect(others(merged, path)).toEqual(others(english, path));
    }
  });

  it('may have only one label of the rarely opened views (law)', async () => {
    const english = await englishLabels.views();
    const paths = pathsOf(english);
    expect(paths.length).toBeGreaterThan(200);
    for (const path of paths) {
      const own = typeof at(english, path) === 'function' ? marks.function : marks.text;
      const merged = await overEnglish({ views: () => Promise.resolve(only(path, own)) }).views();
      expect(at(merged, path)).toBe(own);
      expect(others(merged, path)).toEqual(others(english, path));
    }
  });

  it('is English when it has no label', async () => {
    const { views, ...labels } = overEnglish({});
    const { views: englishViews, ...english } = englishLabels;
    expect(labels).toEqual(english);
    expect(await views()).toEqual(await englishViews());
  });

  it('falls back to English for a label that is given as undefined', () => {
    expect(overEnglish({ call: undefined, appearance: { clerical: undefined } }).appearance.clerical).toBe(
      'After call',
    );
  });

  it('is checked by the compiler: each label has its type, and an unknown name is an error', () => {
    const language: MediatelLanguage = {
      language: 'pl',
      appearance: { clerical: 'Po rozmowie' },
      left: (time) => `jeszcze ${time}`,
      views: () => Promise.resolve({ board: { outcome: { invalid: () => 'Nieprawidłowe' } } }),
    };
    // @ts-expect-error There is no such label.
    const misspelt: MediatelLanguage = { appearance: { clericall: 'Po rozmowie' } };
    // @ts-expect-error This label is a function.
    const text: MediatelLanguage = { left: 'jeszcze' };
    expect(overEnglish(language).left('0:21')).toBe('jeszcze 0:21');
    expect(overEnglish(misspelt).appearance).toEqual(englishLabels.appearance);
    expect(overEnglish(text).language).toBe('en');
  });
});
