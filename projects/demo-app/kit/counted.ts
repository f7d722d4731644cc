import type { LanguageTag } from 'mediatel-lib/ui';

/** The forms of a word after a number. English has two: `few` is `many`. */
export interface CountForms {
  readonly one: string;
  readonly few?: string;
  readonly many: string;
}

/** Makes a text of a number and the right form of a word: `1 день`, `2 дні`, `5 днів`. */
export function counted(tag: LanguageTag, { one, few, many }: CountForms): (count: number) => string {
  const rules = new Intl.PluralRules(tag);
  return (count) => {
    const form = rules.select(count);
    return `${count} ${form === 'one' ? one : form === 'few' ? (few ?? many) : many}`;
  };
}
