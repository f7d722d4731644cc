import { storedValue } from 'mediatel-lib/ports';
import { type TourResult, type TourState, noTour } from './next-tour';
import { tourStepNames } from './tour-step';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isResult = (value: unknown): value is TourResult => value === 'done' || value === 'skipped';

/** The tour from what the browser kept. Anybody may have written it: what makes no sense is a tour not yet begun. */
function decode(kept: unknown): TourState {
  if (!isRecord(kept)) return noTour;
  const step = tourStepNames.find((name) => name === kept['step']);
  const status = (['running', 'left', 'finished'] as const).find((name) => name === kept['status']);
  const results = isRecord(kept['results']) ? kept['results'] : {};
  if (step === undefined || status === undefined) return noTour;
  const { finishedAt } = kept;
  const known = tourStepNames.flatMap((name) => {
    const result = results[name];
    return isResult(result) ? [[name, result] as const] : [];
  });
  return {
    status,
    step,
    seen: 0,
    results: Object.fromEntries(known),
    last: null,
    finishedAt: typeof finishedAt === 'number' && Number.isFinite(finishedAt) ? finishedAt : null,
  };
}

/** Where the tour of a person is kept: trainees take turns at one computer. */
export const tourMemory = (login: string) => storedValue({ key: `verba.tour.${login}` }, decode);
