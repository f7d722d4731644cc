import { ErrorHandler } from '@angular/core';
import { jest } from '@jest/globals';
import { fakeAccount } from 'mediatel-lib/testing';
import { MEDIATEL_CALL_CONTACT_HANDLER } from './after-call/call-contact';
import type { MediatelOutcome } from './commands/command-outcome';
import { CallDrafts } from './drafts/call-drafts';
import { preloadEffects } from './effects-loader';
import { HostPage, deliver } from './mediatel.fixture';

const done: MediatelOutcome = { done: true };
const refused = (reason: string) => ({ done: false, why: 'refused', refusal: expect.objectContaining({ reason }) });

/** The outcomes so far: `null` for a promise that is not settled. */
function watch(...promises: readonly Promise<MediatelOutcome>[]): (MediatelOutcome | null)[] {
  const outcomes: (MediatelOutcome | null)[] = promises.map(() => null);
  promises.forEach((promise, index) => void promise.then((outcome) => (outcomes[index] = outcome)));
  return outcomes;
}

let pages: HostPage[] = [];
let errors: unknown[] = [];
const reported = { provide: ErrorHandler, useValue: { handleError: (error: unknown) => errors.push(error) } };
async function open(...given: Parameters<typeof HostPage.open>): Promise<HostPage> {
  const page = await HostPage.open(...given);
  pages.push(page);
  return page;
}

beforeAll(preloadEffects);
beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
  errors = [];
});
afterEach(() => {
  for (const { app } of pages) if (!app.destroyed) app.destroy();
  pages = [];
  jest.useRealTimers();
});

describe('a sign-in that the host never answers', () => {
  const silentFirst = () => {
    let asked = 0;
    return { account: () => (asked++ === 0 ? new Promise<never>(() => undefined) : Promise.resolve(fakeAccount)) };
  };

  it('is overtaken by a newer one, and keeps no reload waiting', async () => {
    const page = await open(silentFirst());
    const outcomes = watch(page.mediatel.signIn());
    await deliver();
    await page.signIn('STATE_IDLE');
    page.snapshot('STATE_IDLE');
    await deliver();
    expect(outcomes).toEqual([refused('overtaken')]);
    expect(page.mediatel.safeToReload()).toEqual({ safe: true });
  });

  it('is overtaken by a sign-out', async () => {
    const page = await open(silentFirst());
    const outcomes = watch(page.mediatel.signIn());
    await deliver();
    outcomes.push(null);
    void page.mediatel.signOut().then((outcome) => (outcomes[1] = outcome));
    await deliver();
    expect(outcomes).toEqual([refused('overtaken'), done]);
  });
});

it('a sign-in whose port throws settles', async () => {
  const page = await open({}, [reported]);
  jest.spyOn(page.connection, 'open').mockImplementation(() => {
    throw new Error('no socket');
  });
  const outcomes = watch(page.mediatel.signIn());
  await deliver();
  expect(outcomes).not.toEqual([null]);
  expect(page.mediatel.safeToReload()).toMatchObject({ safe: true });
});

describe('a reload', () => {
  it('is not safe while the host stores a contact', async () => {
    let stored: () => void = () => undefined;
    const handler = () => new Promise<void>((resolve) => (stored = resolve));
    const page = await open({}, [{ provide: MEDIATEL_CALL_CONTACT_HANDLER, useValue: handler }]);
    await page.signIn('STATE_IDLE');
    page.snapshot('STATE_CALL_ACTIVE', { callTraceID: '7' });
    page.snapshot('STATE_IDLE');
    await deliver();
    expect(page.mediatel.safeToReload()).toEqual({ safe: false, reason: 'pending' });
    stored();
    await deliver();
    expect(page.mediatel.safeToReload()).toEqual({ safe: true });
  });
});

it('codes saved after clerical leave no draft', async () => {
  const page = await open();
  await page.signIn('STATE_IDLE');
  const call = { callTraceID: '7' };
  page.snapshot('STATE_CALL_ACTIVE', call);
  page.snapshot('STATE_CLERICAL', call);
  const [code] = page.state.agent.availableCallCodes;
  page.snapshot('STATE_IDLE');
  await expect(page.mediatel.saveCallCodes([code!.id], { note: 'late' })).resolves.toEqual(refused('wrong-phase'));
  expect([...page.app.injector.get(CallDrafts).all().values()]).toEqual([]);
  expect(page.mediatel.safeToReload()).toEqual({ safe: true });
});

it('digits that no phone can send are not done', async () => {
  const page = await open();
  await page.signIn('STATE_IDLE');
  page.softphone.invite('a');
  await page.mediatel.answer();
  await expect(page.mediatel.sendDigits('12x')).resolves.not.toEqual(done);
  await expect(page.mediatel.sendDigits('')).resolves.not.toEqual(done);
});

it('a sign-out pressed twice resolves twice', async () => {
  const page = await open();
  await page.signIn('STATE_IDLE');
  const outcomes = watch(page.mediatel.signOut(), page.mediatel.signOut());
  page.snapshot('STATE_LOGOUT');
  await deliver();
  expect(outcomes).toEqual([done, done]);
});

it('a sign-out with a sign-in after it resolves', async () => {
  const page = await open();
  await page.signIn('STATE_IDLE');
  const outcomes = watch(page.mediatel.signOut(), page.mediatel.signIn());
  page.snapshot('STATE_LOGOUT');
  await deliver();
  expect(outcomes).toEqual([done, done]);
});
