import { englishLabels } from './en/english';
import type { MediatelLabels } from './labels/labels';
import { russianLabels } from './ru/russian';
import { ukrainianLabels } from './uk/ukrainian';

/** Every text of a language, including those that functions return. */
function textsOf(label: unknown): readonly string[] {
  if (typeof label === 'string') return [label];
  if (typeof label === 'function') return [String(label({ phase: 'clerical', time: '5', pause: null }))];
  if (typeof label === 'object' && label !== null) return Object.values(label).flatMap(textsOf);
  return [];
}

const allTexts = async ({ views, ...labels }: MediatelLabels): Promise<readonly string[]> => [
  ...textsOf(labels),
  ...textsOf(await views()),
];

describe('the languages', () => {
  it.each<[MediatelLabels, RegExp]>([
    [englishLabels, /clerical|wrap-up|\bhub\b/i],
    [ukrainianLabels, /керівник|\bхаб|без звуку/i],
    [russianLabels, /руководител|\bхаб|без звука/i],
  ])('use one word for a state or a person, and never name the hub (%#)', async (labels, unwanted) => {
    const texts = await allTexts(labels);
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.filter((text) => unwanted.test(text))).toEqual([]);
  });

  it.each<[MediatelLabels, string]>([
    [englishLabels, 'After call'],
    [ukrainianLabels, 'Після дзвінка'],
    [russianLabels, 'После звонка'],
  ])('name the after-call state in alerts as on the desk (%#)', async (labels, word) => {
    const { alerts } = await labels.views();
    expect(labels.appearance.clerical).toBe(word);
    expect(alerts.lasting({ phase: 'clerical', time: '6', pause: null, codeChosen: false })).toContain(word);
  });
});
