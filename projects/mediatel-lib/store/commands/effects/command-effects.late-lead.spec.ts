import { jest } from '@jest/globals';
import { Subject } from 'rxjs';
import { preloadEffects } from '../../effects-loader';
import { HostPage } from '../../mediatel.fixture';

beforeAll(preloadEffects);
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

/** A page in the call 7 that does not know yet whether it leads. */
async function inDoubt(): Promise<{ page: HostPage; decide: () => void }> {
  const page = await HostPage.open();
  await page.signIn('STATE_IDLE');
  page.snapshot('STATE_CALL_ACTIVE', { callTraceID: '7' });
  page.connection.takeSent();
  const doubt = new Subject<void>();
  page.tab.doubt = doubt;
  return { page, decide: () => doubt.next() };
}

describe('a command for a call that waits for the certainty of the lead', () => {
  it('does not act on the call that came meanwhile', async () => {
    const { page, decide } = await inDoubt();
    const outcome = page.mediatel.hangUp();
    page.snapshot('STATE_CALL_ACTIVE', { callTraceID: '8' });
    decide();
    await expect(outcome).resolves.toMatchObject({ refusal: { reason: 'no-call' } });
    expect(page.connection.takeSent()).toEqual([]);
    expect(page.state.commands.lastRefusal).toMatchObject({ command: 'hangUp', refusal: { reason: 'no-call' } });
    page.app.destroy();
  });

  it('is forwarded with the call in which it was given', async () => {
    const { page, decide } = await inDoubt();
    const forward = jest.spyOn(page.tab, 'forward').mockResolvedValue({ status: 'taken', receipt: { status: 'done' } });
    const outcome = page.mediatel.hold();
    page.tab.follow();
    decide();
    await expect(outcome).resolves.toEqual({ done: true });
    expect(forward).toHaveBeenCalledWith(
      expect.objectContaining({ call: expect.objectContaining({ callTraceID: '7' }) }),
    );
    page.app.destroy();
  });
});
