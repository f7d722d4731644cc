import { jest } from '@jest/globals';
import { CallDrafts } from '../drafts/call-drafts';
import { preloadEffects } from '../effects-loader';
import { HostPage } from '../mediatel.fixture';

beforeAll(preloadEffects);
beforeEach(() => localStorage.clear());

it('a reload is not safe while the draft of a call that is over is stored nowhere but in the page', async () => {
  const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const page = await HostPage.open();
  await page.signIn('STATE_CLERICAL');
  const drafts = page.app.injector.get(CallDrafts);
  drafts.change('7', { codeIds: ['4'], note: '' });
  drafts.close('7');
  expect(page.mediatel.safeToReload()).toEqual({ safe: false, reason: 'unsent-draft' });
  full.mockRestore();
  drafts.change('8', { note: 'x' });
  drafts.forget('8');
  expect(page.mediatel.safeToReload()).toEqual({ safe: true });
  page.app.destroy();
});
