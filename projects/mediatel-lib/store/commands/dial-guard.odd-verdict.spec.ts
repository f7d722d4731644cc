import { ErrorHandler } from '@angular/core';
import { jest } from '@jest/globals';
import { preloadEffects } from '../effects-loader';
import { HostPage } from '../mediatel.fixture';
import { MEDIATEL_DIAL_GUARD } from './dial-guard';

let pages: HostPage[] = [];
let errors: unknown[] = [];

/** A page whose guard, in plain JavaScript, answers with this. */
async function answering(verdict: unknown): Promise<HostPage> {
  const page = await HostPage.open({}, [
    { provide: MEDIATEL_DIAL_GUARD, useValue: { guard: () => verdict, limit: 3000 } },
    { provide: ErrorHandler, useValue: { handleError: (error: unknown) => errors.push(error) } },
  ]);
  pages.push(page);
  await page.signIn('STATE_IDLE');
  page.connection.takeSent();
  return page;
}

beforeAll(preloadEffects);
beforeEach(() => {
  jest.useFakeTimers();
  errors = [];
});
afterEach(() => {
  for (const { app } of pages) app.destroy();
  pages = [];
  jest.useRealTimers();
});

describe('a verdict of plain JavaScript', () => {
  it.each([
    ['a number that is no text', { allowed: true, phoneNumber: 380661234501 }],
    ['a number that is null', { allowed: true, phoneNumber: null }],
    ['a queue that is no text', { allowed: true, queueName: 5 }],
  ])('with %s does not dial: it is not checked, and reported', async (_, verdict) => {
    const page = await answering(verdict);
    await expect(page.mediatel.makeCall('0661')).resolves.toMatchObject({
      why: 'refused',
      refusal: { reason: 'not-checked' },
    });
    expect(page.connection.takeSent()).toEqual([]);
    expect(page.state.commands).toMatchObject({ dialCheck: null, lastRefusal: { refusal: { reason: 'not-checked' } } });
    expect(errors).toHaveLength(1);
  });

  it.each([[{ allowed: false }], [{ allowed: false, reason: null }], [{ allowed: false, reason: { code: 4 } }]])(
    'that vetoes without a text shows no made-up one: %j',
    async (verdict) => {
      const page = await answering(verdict);
      await expect(page.mediatel.makeCall('0661')).resolves.toMatchObject({
        refusal: { reason: 'not-permitted', text: '' },
      });
      expect(page.connection.takeSent()).toEqual([]);
    },
  );
});
