import { resumeAdvice } from '../claims/renewal-claims';
import type { ProbeReport, Row } from '../probe';

const signs = { held: '  held    ', differs: '✗ differs ', 'not seen': '· not seen' } as const;

/** The table *claim → held, differs, not seen*, for a person. */
export function tableOf({ rows, seen, endedEarly, left }: ProbeReport): string {
  const width = Math.max(...rows.map(({ claim }) => claim.id.length));
  const lines = rows.flatMap((row) => lineOf(row, width));
  const count = (verdict: Row['verdict']): number => rows.filter((row) => row.verdict === verdict).length;
  const sums = `${count('held')} held, ${count('differs')} differ, ${count('not seen')} not seen`;
  const advice = resumeAdvice(rows, seen);
  return [
    ...lines,
    '',
    sums,
    ...(advice === null ? [] : [advice]),
    ...(endedEarly === null ? [] : [`The probe ended early: ${endedEarly}.`]),
    ...left.map((what) => `Still there, end it by hand: ${what}.`),
    '',
  ].join('\n');
}

function lineOf({ claim, verdict, detail }: Row, width: number): string[] {
  const source = `§${claim.section} ${claim.mark}`;
  const line = `${signs[verdict]}  ${claim.id.padEnd(width)}  ${source.padEnd(7)}  ${claim.sentence}`;
  return detail === '' ? [line] : [line, `${' '.repeat(width + 23)}→ ${detail}`];
}
