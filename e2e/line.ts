import { type Page, expect } from '@playwright/test';

export interface LineCondition {
  readonly lossPercent?: number;
  readonly delayMs?: number;
  readonly jitterMs?: number;
}

/**
 * Degrades an operator's line; without a condition restores it. The training server does it to the packets themselves.
 */
export async function degradeLine(page: Page, agent: string, condition: LineCondition = {}): Promise<void> {
  const response = await page.request.post('/api/line', { data: { agent, ...condition } });
  expect(response.status(), await response.text()).toBe(204);
}
