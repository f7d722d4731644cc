import { HookPages } from '../hook-pages.fixture';
import type { HostPage } from '../mediatel.fixture';
import { MEDIATEL_DIAL_GUARD } from './dial-guard';

const pages = HookPages.forEachTest();

/** A page whose guard, in plain JavaScript, answers with this. */
const answering = (verdict: unknown): Promise<HostPage> =>
  pages.open({ provide: MEDIATEL_DIAL_GUARD, useValue: { guard: () => verdict, limit: 3000 } });

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
    expect(pages.errors).toHaveLength(1);
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
