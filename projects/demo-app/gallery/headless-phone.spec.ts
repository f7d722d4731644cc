import { TestBed } from '@angular/core/testing';
import { preloadEffects } from 'mediatel-lib/store';
import { StoreHarness } from 'mediatel-lib/testing';
import { HeadlessPhone } from './headless-phone';

beforeAll(preloadEffects);

it('a host on the facade alone signs in, calls, hangs up and saves a code', async () => {
  const phone = new StoreHarness();
  const fixture = TestBed.createComponent(HeadlessPhone);
  const element = fixture.nativeElement as HTMLElement;
  const shown = async (label: string): Promise<string | null> => {
    await fixture.whenStable();
    return element.querySelector(`[aria-label="${label}"]`)?.textContent.trim() ?? null;
  };
  const press = async (name: string): Promise<void> => {
    await fixture.whenStable();
    const button = [...element.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
    expect(button?.disabled).toBe(false);
    button?.click();
    await fixture.whenStable();
  };

  await press('Sign in');
  phone.connect();
  phone.snapshot('STATE_IDLE');
  expect(await shown('State')).toBe('signedIn, available');
  expect(await shown('Outcome')).toBe('done');

  element.querySelector('input')!.value = '066 123-45-01';
  await press('Call');
  expect(await shown('Outcome')).toBe('…');
  phone.snapshot('STATE_MAKECALL_REQUEST');
  expect(await shown('Outcome')).toBe('done');
  phone.softphone.invite('a');
  phone.snapshot('STATE_CALL_ACTIVE', { ani: '0661234501', callTraceID: '7' });
  expect(await shown('Call')).toBe('0661234501, answered');

  await press('Hang up');
  phone.softphone.end();
  phone.snapshot('STATE_CLERICAL', { callTraceID: '7' });
  expect(await shown('Outcome')).toBe('done');
  await press(phone.state.agent.availableCallCodes[0]!.name);
  phone.snapshot('STATE_IDLE');
  expect(await shown('Outcome')).toBe('done');
  expect(await shown('Events')).toContain('clericalEnded');

  await press('Sign out');
  phone.snapshot('STATE_LOGOUT');
  expect(await shown('State')).toBe('signedOut, loggedOut');
  expect(await shown('Outcome')).toBe('done');
});
