import { InjectionToken, inject } from '@angular/core';
import { jest } from '@jest/globals';
import { HookPages } from '../hook-pages.fixture';
import { type HostPage, deliver, snapshotIn } from '../mediatel.fixture';
import { CommandActions } from '../state/command-actions';
import { type DialGuard, type DialRequest, type DialVerdict, MEDIATEL_DIAL_GUARD } from './dial-guard';

const limit = 3000;
const allowed: DialVerdict = { allowed: true };
const call = CommandActions.makeCall({ phoneNumber: '066 123-45-01' });

const pages = HookPages.forEachTest();
const hook = (guard: DialGuard) => ({ provide: MEDIATEL_DIAL_GUARD, useValue: { guard, limit } });

/** A guard that answers when the test says so. */
function slowGuard() {
  const asked: { request: DialRequest; answer: (verdict: DialVerdict) => void; fail: (error: unknown) => void }[] = [];
  const guard: DialGuard = (request) =>
    new Promise((answer, fail) => {
      asked.push({ request, answer, fail });
    });
  return { asked, guard };
}

const open = (guard: DialGuard): Promise<HostPage> => pages.open(hook(guard));

const refusalOf = ({ state }: HostPage) => state.commands.lastRefusal?.refusal;

describe('a dial guard', () => {
  it('is asked once, with the number as dialled; the call waits for it', async () => {
    const { asked, guard } = slowGuard();
    const page = await open(guard);
    page.dispatch(call);
    expect(page.state.commands.dialCheck).toEqual({ phoneNumber: '066 123-45-01' });
    expect(page.connection.takeSent()).toEqual([]);
    asked[0]!.answer(allowed);
    await deliver();
    expect(page.connection.sent).toEqual([{ type: 'makeCall', phoneNumber: '0661234501' }]);
    expect(page.state.commands).toMatchObject({ dialCheck: null, statuses: { makeCall: { status: 'pending' } } });
    expect(asked.map(({ request }) => request)).toMatchObject([{ phoneNumber: '0661234501', queueName: null }]);
    expect(asked).toHaveLength(1);
  });

  it('that answers at once delays nothing, and may change number and queue', async () => {
    const page = await open(() => ({ allowed: true, phoneNumber: '+380 661', queueName: 'DM_MFO_1' }));
    page.dispatch(call);
    expect(page.connection.sent).toEqual([{ type: 'makeCall', phoneNumber: '+380661', queueName: 'DM_MFO_1' }]);
    expect(page.state.commands.dialCheck).toBeNull();
  });

  it('runs in an injection context', async () => {
    const token = new InjectionToken<string>('', { providedIn: 'root', factory: () => 'not today' });
    const page = await open(() => ({ allowed: false, reason: inject(token) }));
    page.dispatch(call);
    expect(refusalOf(page)).toEqual({ reason: 'not-permitted', text: 'not today' });
  });

  it('that vetoes shows the host’s reason, and nothing is sent', async () => {
    const { asked, guard } = slowGuard();
    const page = await open(guard);
    const outcome = page.mediatel.makeCall('0661');
    asked[0]!.answer({ allowed: false, reason: ` Do not call before 9. ${'x'.repeat(300)}` });
    await expect(outcome).resolves.toMatchObject({ why: 'refused', refusal: { reason: 'not-permitted' } });
    const refusal = refusalOf(page);
    expect(refusal?.reason === 'not-permitted' && refusal.text).toMatch(/^Do not call before 9\. x+$/);
    expect(refusal?.reason === 'not-permitted' && refusal.text.length).toBe(200);
    expect(page.connection.takeSent()).toEqual([]);
    expect(page.state.commands.dialCheck).toBeNull();
  });

  it('that does not answer within its limit is a refusal, and never a late call', async () => {
    const { asked, guard } = slowGuard();
    const page = await open(guard);
    page.dispatch(call);
    jest.advanceTimersByTime(limit - 1);
    expect(refusalOf(page)).toBeUndefined();
    jest.advanceTimersByTime(1);
    expect(refusalOf(page)).toEqual({ reason: 'not-checked' });
    expect(asked[0]!.request.signal.aborted).toBe(true);
    asked[0]!.answer(allowed);
    await deliver();
    jest.advanceTimersByTime(60_000);
    expect(page.connection.takeSent()).toEqual([]);
    expect(page.state.commands.dialCheck).toBeNull();
    expect(pages.errors).toEqual([]);
  });

  it('whose answer waited for a suspended page is too late, though the timer has not run yet', async () => {
    const { asked, guard } = slowGuard();
    const page = await open(guard);
    page.dispatch(call);
    jest.setSystemTime(Date.now() + limit + 1);
    asked[0]!.answer(allowed);
    await deliver();
    expect(refusalOf(page)).toEqual({ reason: 'not-checked' });
    expect(page.connection.takeSent()).toEqual([]);
  });

  it.each<[string, DialGuard]>([
    ['throws', () => JSON.parse('{') as DialVerdict],
    ['rejects', () => Promise.reject(new Error('no'))],
    ['returns nothing', (() => undefined) as unknown as DialGuard],
    ['returns a bare true', (() => true) as unknown as DialGuard],
    ['resolves with nothing', (() => Promise.resolve()) as unknown as DialGuard],
  ])('that %s is a refusal, reported once; the next call is checked again', async (_, guard) => {
    let isBroken = true;
    const page = await open((request) => (isBroken ? guard(request) : allowed));
    page.dispatch(call);
    await deliver();
    expect(refusalOf(page)).toEqual({ reason: 'not-checked' });
    expect(pages.errors).toHaveLength(1);
    expect(page.connection.takeSent()).toEqual([]);
    isBroken = false;
    page.dispatch(call);
    expect(page.connection.takeSent()).toEqual(['makeCall']);
  });

  it('that fails after its limit is not reported', async () => {
    const { asked, guard } = slowGuard();
    const page = await open(guard);
    page.dispatch(call);
    jest.advanceTimersByTime(limit);
    asked[0]!.fail(new Error('aborted'));
    await deliver();
    expect(pages.errors).toEqual([]);
  });

  it('is not asked twice by a double press: the second is refused, the first goes on', async () => {
    const { asked, guard } = slowGuard();
    const page = await open(guard);
    const [first, second] = [page.mediatel.makeCall('0661'), page.mediatel.makeCall('0661')];
    await expect(second).resolves.toMatchObject({ why: 'refused', refusal: { reason: 'checking' } });
    expect(page.mediatel.refusals().makeCall).toEqual({ reason: 'checking' });
    expect(page.mediatel.safeToReload()).toEqual({ safe: false, reason: 'pending' });
    asked[0]!.answer(allowed);
    await deliver();
    page.snapshot('STATE_MAKECALL_REQUEST');
    await expect(first).resolves.toEqual({ done: true });
    expect(asked).toHaveLength(1);
    expect(page.connection.takeSent()).toEqual(['makeCall']);
  });

  it('is not asked about a call that is refused anyway', async () => {
    const { asked, guard } = slowGuard();
    const page = await open(guard);
    page.dispatch(CommandActions.makeCall({ phoneNumber: 'nobody' }));
    expect(refusalOf(page)).toEqual({ reason: 'invalid-number' });
    page.snapshot('STATE_PAUSE');
    page.dispatch(call);
    expect(refusalOf(page)).toMatchObject({ reason: 'wrong-phase' });
    expect(asked).toEqual([]);
  });

  it.each<[string, (page: HostPage) => void, string]>([
    ['another call comes', (page) => page.snapshot('STATE_CALL_DELIVERED'), 'wrong-phase'],
    [
      'the link is cut, even if it comes back at once',
      (page) => {
        page.connection.disconnect();
        page.app.tick();
        page.connection.connect();
        page.app.tick();
        page.snapshot('STATE_IDLE');
      },
      'not-connected',
    ],
    ['the operator signs out', (page) => void page.mediatel.signOut(), 'not-signed-in'],
  ])('is dropped when %s', async (_, happen, reason) => {
    const { asked, guard } = slowGuard();
    const page = await open(guard);
    const outcome = page.mediatel.makeCall('0661');
    happen(page);
    await deliver();
    await expect(outcome).resolves.toMatchObject({ why: 'refused', refusal: { reason } });
    expect(asked[0]!.request.signal.aborted).toBe(true);
    asked[0]!.answer(allowed);
    await deliver();
    expect(page.connection.takeSent()).not.toContain('makeCall');
    expect(page.state.commands.dialCheck).toBeNull();
  });

  it('is given up with the application', async () => {
    const { asked, guard } = slowGuard();
    const page = await open(guard);
    const outcome = page.mediatel.makeCall('0661');
    page.app.destroy();
    await expect(outcome).resolves.toMatchObject({ refusal: { reason: 'page-closed' } });
    expect(asked[0]!.request.signal.aborted).toBe(true);
  });

  it('is asked only in the tab in which the call was given, once for the call', async () => {
    const { asked, guard } = slowGuard();
    const both = await pages.openTwo(hook(guard));
    const [leader, follower] = both;
    const outcome = follower.mediatel.makeCall('0661');
    expect(follower.state.commands.dialCheck).not.toBeNull();
    expect(leader.state.commands.dialCheck).toBeNull();
    await deliver();
    expect(leader.connection.takeSent()).toEqual([]);
    asked[0]!.answer({ allowed: true, phoneNumber: '0662' });
    await deliver();
    expect(leader.connection.sent.filter(({ type }) => type === 'makeCall')).toEqual([
      { type: 'makeCall', phoneNumber: '0662' },
    ]);
    expect(asked).toHaveLength(1);
    snapshotIn(both, 'STATE_MAKECALL_REQUEST');
    await expect(outcome).resolves.toEqual({ done: true });
  });

  it('of two tabs at once lets one call through, whichever is allowed first', async () => {
    const { asked, guard } = slowGuard();
    const both = await pages.openTwo(hook(guard));
    const [leader, follower] = both;
    const outcomes = [leader.mediatel.makeCall('0661'), follower.mediatel.makeCall('0662')];
    expect(asked).toHaveLength(2);
    asked[1]!.answer(allowed);
    await deliver();
    asked[0]!.answer(allowed);
    await deliver();
    await expect(outcomes[0]).resolves.toMatchObject({ why: 'refused', refusal: { reason: 'already-pending' } });
    snapshotIn(both, 'STATE_MAKECALL_REQUEST');
    await expect(outcomes[1]).resolves.toEqual({ done: true });
    expect(leader.connection.sent.filter(({ type }) => type === 'makeCall')).toHaveLength(1);
  });
});
