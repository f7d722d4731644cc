import { expect, type Page } from '@playwright/test';
import { until } from 'test-kit';
import { full } from '../everyday';
import { measured } from '../faults/measured';
import { answer, event, eventsOf, heardTheTone, listen } from '../softphone-steps';
import type { Customer } from './customer';
import { firstSound, watchSilence } from './operator-silence';
import { storedCall } from '../stored-of-account';

/**
 * How Kamailio finds a page within its calls, and what it answers to the customer's requests while no page is there:
 * nobody is bound to the GRUU, or the WebSocket of the alias is closed.
 */
export const ways = [
  { found: 'a GRUU', gruu: true, unreachable: 480, details: {} },
  { found: 'an alias', gruu: false, unreachable: 500, details: full },
] as const;

/** Both sides are heard, by the energy and the pitch of what arrives. */
export async function heardBothWays(page: Page, { audio }: Customer): Promise<void> {
  audio.forget();
  await listen(page);
  await audio.hearsTheBeep();
}

/** The operator answers, and both sides are heard. Returns the call's id. */
export async function talking(page: Page, customer: Customer): Promise<string> {
  const callId = await answer(page);
  await customer.tells('answered');
  await heardTheTone(page);
  await heardBothWays(page, customer);
  return callId;
}

/** What a page must know of a call that it goes on with. */
export async function resumed(page: Page, callId: string): Promise<void> {
  expect(await event(page, 'resumed')).toMatchObject({ callId, callerNumber: '0661234501', callerName: 'DM_MFO_1' });
}

/** When the page found the call (wall clock, ms). A busy machine loads a page slowly. */
const foundAt = async (page: Page): Promise<number> =>
  (await event(page, 'resumed')).at + (await page.evaluate(() => performance.timeOrigin));

/**
 * Both sides are heard over another page, and nothing told that the call ended. Prints how long the
 * customer heard nothing, and how soon the operator heard.
 *
 * `again`: leaves the page and opens the other.
 */
export async function goesOn(
  page: Page,
  customer: Customer,
  callId: string,
  again: () => Promise<unknown>,
  promised = 3000,
): Promise<void> {
  customer.audio.forget();
  // The gap is measured from what was heard before it.
  await customer.audio.hearsTheBeep();
  await again();
  await watchSilence(page);
  await resumed(page, callId);
  await heardTheTone(page);
  await listen(page);
  measured('the customer’s longest gap', customer.audio.longestGap, promised);
  measured(
    'the operator hears, after the page found the call',
    (await firstSound(page)) - (await foundAt(page)),
    promised,
  );
  await heardBothWays(page, customer);
  expect(await eventsOf(page, 'ended')).toEqual([]);
}

/** Leaves the page. Returns when the server has noticed. */
export async function away(page: Page, server: { isBound(): Promise<boolean> }): Promise<void> {
  await page.goto('about:blank');
  await until(async () => !(await server.isBound()), 'the binding is gone');
}

/** No record of a call is left. */
export const nothingKept = async (page: Page): Promise<void> => expect(await storedCall(page)).toBeNull();
