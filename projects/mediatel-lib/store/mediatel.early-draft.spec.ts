import { CallDrafts } from './drafts/call-drafts';
import { preloadEffects } from './effects-loader';
import { HostPage } from './mediatel.fixture';

beforeAll(preloadEffects);
beforeEach(() => localStorage.clear());

it('the browser asks before F5 would lose a note, in a call that goes on', async () => {
  const page = await HostPage.open();
  await page.signIn('STATE_IDLE');
  page.snapshot('STATE_CALL_DELIVERED', { callTraceID: '-1' });
  page.softphone.invite('c1');
  page.softphone.execute({ type: 'answer', callId: 'c1' });
  page.softphone.kept = 'c1';
  // Mediatel has not told the call's id yet.
  page.snapshot('STATE_CALL_ACTIVE', { callTraceID: '-1' });
  const { knownCallTraceID: callTraceID, callNumber } = page.mediatel.state();
  expect(callTraceID).toBeNull();
  page.app.injector.get(CallDrafts).changeCall({ callTraceID, callNumber }, { note: 'Charged twice' });
  // The library knows that the note would be lost.
  expect(page.mediatel.safeToReloadInCall()).toEqual({ safe: false, reason: 'unsent-draft' });
  dispatchEvent(new KeyboardEvent('keydown', { key: 'F5' }));
  const leaving = new Event('beforeunload', { cancelable: true });
  dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
  page.app.destroy();
});
