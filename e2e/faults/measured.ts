import { expect, test } from '@playwright/test';

/** Asserts that a figure is within its promised limit, and prints it for docs/reliability.md. */
export function measured(what: string, figure: number, limit: number, unit = 'ms'): void {
  const line = `${what}: ${Math.round(figure)} ${unit}, promised ≤ ${limit} ${unit}`;
  test.info().annotations.push({ type: 'measured', description: line });
  process.stdout.write(`      ${line}\n`);
  expect(figure, line).toBeLessThanOrEqual(limit);
}
