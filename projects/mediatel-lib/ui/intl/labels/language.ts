import type { MediatelLabels } from './labels';
import type { ViewLabels } from './view-labels';

/** Any part of a group of labels, at any depth. A label that is a function is replaced as a whole. */
export type PartialLabels<Labels> = Labels extends (...words: never[]) => string
  ? Labels
  : Labels extends object
    ? { readonly [Name in keyof Labels]?: PartialLabels<Labels[Name]> | undefined }
    : Labels;

/** A host's own language: any part of the labels. Missing labels are English, also labels that later versions add. */
export interface MediatelLanguage extends PartialLabels<Omit<MediatelLabels, 'views'>> {
  /** Loads the texts of rarely opened views, for example from a chunk of their own. */
  readonly views?: (() => Promise<PartialLabels<ViewLabels>>) | undefined;
}
