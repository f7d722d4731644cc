import { ReportPace } from './report-pace';

const paceOf = (...times: readonly (number | null)[]): ReportPace => {
  const pace = new ReportPace();
  for (const time of times) pace.saw(time);
  return pace;
};

describe('ReportPace', () => {
  it.each([
    ['no report', [null, null], null],
    ['one report, seen often', [null, 7000, 7000, 7000], null],
    ['one interval, which may be the shortest: three times it', [0, 2500], 7500],
    ['intervals of a second', [0, 700, 1900, 2500, 4000], 2200],
    ['intervals of five seconds', [0, 3000, 10_000, 15_000, 20_000], 8000],
    ['reports that come too rarely to say anything in time', [0, 10_000, 20_000, 30_000], null],
  ] as const)('%s', (_what, times, within) => expect(paceOf(...times).within).toBe(within));
});
