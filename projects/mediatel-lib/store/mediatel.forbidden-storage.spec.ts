import { HostPage } from './mediatel.fixture';
import { preloadEffects } from './effects-loader';

beforeAll(preloadEffects);

it('a reload in mid-call is not called safe where the browser stores no call', async () => {
  const page = await HostPage.open();
  await page.signIn('STATE_CALL_DELIVERED');
  page.softphone.invite('c1');
  page.softphone.execute({ type: 'answer', callId: 'c1' });
  page.snapshot('STATE_CALL_ACTIVE');
  // The storage is full or forbidden: the phone could keep nothing.
  expect(page.softphone.kept).toBeNull();
  expect(page.mediatel.safeToReloadInCall()).toEqual({ safe: false, reason: 'in-call' });
  page.app.destroy();
});
