import { expect, test } from '@playwright/test';

/** Whether the whole table is tested (`npm run test:faults -- --full`), or the part that fits a CI run. */
export const full = process.env['FAULTS_FULL'] === '1';

/** Asserts that a figure is within its promised limit, and prints it for docs/reliability.md. */
export function measured(what: string, figure: number, limit: number, unit = 'ms'): void {
  const line = `${what}: ${Math.round(figure)} ${unit}, promised ≤ ${limit} ${unit}`;
  test.info().annotations.push({ type: 'measured', description: line });
  process.stdout.write(`      ${line}\n`);
  expect(figure, line).toBeLessThanOrEqual(limit);
}
