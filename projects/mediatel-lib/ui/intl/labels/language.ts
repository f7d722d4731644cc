import type { MediatelLabels } from './labels';
import type { ViewLabels } from './view-labels';

/** Some of a group's labels: any of them, at any depth. A function is given as a whole. */
export type PartialLabels<Labels> = Labels extends (...words: never[]) => string
  ? Labels
  : Labels extends object
    ? { readonly [Name in keyof Labels]?: PartialLabels<Labels[Name]> | undefined }
    : Labels;

/** A host's own language: any part of the labels. English stands in for the rest, also for labels of later versions. */
export interface MediatelLanguage extends PartialLabels<Omit<MediatelLabels, 'views'>> {
  /** Texts of the seldom open views, which may come in a chunk of their own. */
  readonly views?: (() => Promise<PartialLabels<ViewLabels>>) | undefined;
}
