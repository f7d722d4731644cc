import { type TourSight, type TourStepName, sightsOf, tourStepNames } from './tour-step';

/** How a step ended. */
export type TourResult = 'done' | 'skipped';

/**
 * How far the tour is.
 *
 * ```
 *  off ──start──▶ running ──the last step is done or skipped──▶ finished
 *                 │    ▲                                          │
 *               leave  start                                    start: from the first step
 *                 ▼    │                                          │
 *                 left ┘        running ◀─────────────────────────┘
 * ```
 *
 * `left`: skipped as a whole; `start` goes on with the same step.
 */
export interface TourState {
  readonly status: 'off' | 'running' | 'left' | 'finished';
  /** The present step; after the end, the last one. */
  readonly step: TourStepName;
  /** How many of the step's sights have come. */
  readonly seen: number;
  readonly results: Readonly<Partial<Record<TourStepName, TourResult>>>;
  /** The step that ended last; `null` at the start and after a reload. */
  readonly last: TourStepName | null;
  /** When the last step ended (ms since the epoch); `null` before. */
  readonly finishedAt: number | null;
}

export type TourEvent =
  | { readonly type: 'start' }
  | { readonly type: 'leave' }
  | { readonly type: 'skip'; readonly at: number }
  /** What the desk shows now. `at`: ms since the epoch. */
  | { readonly type: 'saw'; readonly sights: readonly TourSight[]; readonly at: number };

/** The tour before anybody has started it. */
export const noTour: TourState = {
  status: 'off',
  step: 'signIn',
  seen: 0,
  results: {},
  last: null,
  finishedAt: null,
};

/** The tour after an event: the only place where it changes. The same object if nothing changes. */
export function nextTour(state: TourState, event: TourEvent): TourState {
  if (event.type === 'start') return started(state);
  // The end has been read: nothing more is said of it.
  if (event.type === 'leave' && state.status === 'finished') return { ...state, last: null };
  if (state.status !== 'running') return state;
  switch (event.type) {
    case 'leave':
      return { ...state, status: 'left', seen: 0, last: null };
    case 'skip':
      return ended(state, 'skipped', event.at);
    case 'saw':
      return saw(state, event.sights, event.at);
  }
}

function started(state: TourState): TourState {
  switch (state.status) {
    case 'running':
      return state;
    case 'left':
      return { ...state, status: 'running' };
    default:
      return { ...noTour, status: 'running' };
  }
}

/** One step ends at a time, so that each is said to be done. */
function saw(state: TourState, sights: readonly TourSight[], at: number): TourState {
  const wanted = sightsOf(state.step);
  let { seen } = state;
  for (let next = wanted[seen]; next !== undefined && sights.includes(next); next = wanted[seen]) seen += 1;
  if (seen === wanted.length) return ended(state, 'done', at);
  return seen === state.seen ? state : { ...state, seen };
}

function ended(state: TourState, result: TourResult, at: number): TourState {
  const results = { ...state.results, [state.step]: result };
  const next = tourStepNames[tourStepNames.indexOf(state.step) + 1];
  const after = { ...state, results, seen: 0, last: state.step };
  return next === undefined ? { ...after, status: 'finished', finishedAt: at } : { ...after, step: next };
}
