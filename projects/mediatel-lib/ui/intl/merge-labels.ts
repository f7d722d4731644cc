import { englishLabels } from './en/english';
import type { MediatelLabels } from './labels/labels';
import type { MediatelLanguage } from './labels/language';

const isGroup = (label: unknown): label is Readonly<Record<string, unknown>> =>
  typeof label === 'object' && label !== null;

function mergeLabel(english: unknown, own: unknown): unknown {
  if (own === undefined || own === null) return english;
  if (!isGroup(english)) return own;
  if (!isGroup(own)) return english;
  return Object.fromEntries(Object.entries(english).map(([name, label]) => [name, mergeLabel(label, own[name])]));
}

/** A host's language, with English for missing labels. The texts of rarely opened views are merged when they are loaded. */
export function overEnglish({ views, ...own }: MediatelLanguage): MediatelLabels {
  const { views: englishViews, ...english } = englishLabels;
  return {
    ...(mergeLabel(english, own) as typeof english),
    views: async () => {
      const [all, some] = await Promise.all([englishViews(), views?.()]);
      return mergeLabel(all, some) as typeof all;
    },
  };
}
