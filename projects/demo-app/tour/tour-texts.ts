import type { MediatelLabels } from 'mediatel-lib/ui';
import type { TourObstacle } from './tour-situation';
import type { TourStepName } from './tour-step';

/** The words of one step. */
interface TourStepWords {
  readonly title: string;
  /** What to do: a text for each of the step's sights. They name buttons as the desk does. */
  readonly doing: (desk: MediatelLabels) => readonly string[];
  /** What the step was about, for the page to print. */
  readonly learned: string;
}

/** What the tour's buttons order. */
export type TourOrder = 'call' | 'missedCall' | 'cut';

/** All texts of the tour in one language. */
export interface TourWords {
  readonly title: string;
  readonly about: string;
  readonly begin: string;
  readonly goOn: (place: number) => string;
  readonly beginAgain: string;
  readonly running: string;
  readonly place: (place: number, of: number) => string;
  readonly done: (step: string) => string;
  readonly skipped: (step: string) => string;
  readonly skip: string;
  readonly leave: string;
  readonly close: string;
  readonly finished: (done: number, skipped: number) => string;
  readonly open: string;
  readonly steps: Readonly<Record<TourStepName, TourStepWords>>;
  readonly obstacles: (desk: MediatelLabels) => Readonly<Record<TourObstacle, string>>;
  readonly orders: Readonly<Record<TourOrder, string>>;
  /** The page to print. */
  readonly page: {
    readonly lead: (name: string) => string;
    readonly finishedOn: (date: string) => string;
    readonly notFinished: string;
    readonly step: string;
    readonly result: string;
    readonly results: Readonly<Record<'done' | 'skipped' | 'open', string>>;
    readonly print: string;
    readonly back: string;
  };
}
