import { createEnvironmentInjector, runInInjectionContext, signal } from '@angular/core';
import { jest } from '@jest/globals';
import { MEDIATEL_TIMERS } from 'mediatel-lib/ports';
import { FakeClock } from 'mediatel-lib/testing';
import { CallDrafts } from './drafts/call-drafts';
import { preloadEffects } from './effects-loader';
import { HostPage, deliver } from './mediatel.fixture';
import { MEDIATEL_RELOAD, SafeReload } from './safe-reload';

beforeAll(preloadEffects);
beforeEach(() => localStorage.clear());
afterEach(() => {
  for (const { page } of tabs.splice(0)) page.app.destroy();
});

/** A tab whose reloads are counted. */
interface Tab {
  readonly page: HostPage;
  readonly reload: SafeReload;
  /** The addresses at which the page was loaded again. */
  readonly loads: (string | null)[];
}

const tabs: Tab[] = [];

async function tabOf(open: (providers: Parameters<typeof HostPage.open>[1]) => Promise<HostPage>): Promise<Tab> {
  const loads: (string | null)[] = [];
  const page = await open([
    { provide: MEDIATEL_RELOAD, useValue: (to: string | null) => loads.push(to) },
    { provide: MEDIATEL_TIMERS, useFactory: (clock: FakeClock) => clock.timers, deps: [FakeClock] },
  ]);
  const tab = { page, reload: page.app.injector.get(SafeReload), loads };
  tabs.push(tab);
  return tab;
}

async function open(state: string, config: Parameters<typeof HostPage.open>[0] = {}): Promise<Tab> {
  const tab = await tabOf((providers) => HostPage.open(config, providers));
  await tab.page.signIn(state);
  return tab;
}

/** The tab that is the phone, and another one. */
async function openTwo(state: string): Promise<readonly [Tab, Tab]> {
  const leader = await tabOf((providers) => HostPage.open({}, providers));
  const follower = await tabOf((providers) => HostPage.open({}, providers));
  [leader.page.tab.other, follower.page.tab.other] = [follower.page.tab, leader.page.tab];
  follower.page.tab.follow();
  for (const { page } of [leader, follower]) await page.signIn(state);
  return [leader, follower];
}

/** Lets everything happen that happens at once. */
async function settle(...open: readonly Tab[]): Promise<void> {
  await deliver();
  for (const { page } of open) page.app.tick();
  await deliver();
  for (const { page } of open) page.app.tick();
}

/** The phone's call is stored for the next page, or not. */
function keepCall(kept: string | null = 'c1'): void {
  for (const { page } of tabs) page.softphone.kept = kept;
}

/** The phone is in an answered call, which is stored for the next page. */
function talk({ page }: Tab): void {
  page.snapshot('STATE_CALL_ACTIVE', { callTraceID: '77' });
  page.softphone.resume('c1');
  page.softphone.report({ type: 'reconnected', callId: 'c1', at: 0 });
  keepCall();
}

const answerTime = 1000;
const backTime = 6000;

describe('a reload that waits for the end of a call', () => {
  it('happens at once without a call, in the page that was asked and once', async () => {
    const tab = await open('STATE_IDLE');
    expect(tab.reload.state()).toEqual({ status: 'none' });
    tab.reload.request();
    await settle(tab);
    tab.reload.request();
    await settle(tab);
    expect(tab.loads).toEqual([null]);
    expect(tab.reload.state()).toEqual({ status: 'reloading' });
  });

  it('happens after the call and its work, at the address that was asked for', async () => {
    const tab = await open('STATE_IDLE');
    talk(tab);
    tab.reload.request({ to: '/customers/7' });
    await settle(tab);
    expect(tab.reload.state()).toEqual({ status: 'waiting', reason: 'in-call', canResume: true });
    keepCall(null);
    tab.page.softphone.end();
    tab.page.snapshot('STATE_CLERICAL', { callTraceID: '77' });
    await settle(tab);
    expect(tab.reload.state()).toEqual({ status: 'waiting', reason: 'after-call', canResume: true });
    tab.page.app.injector.get(CallDrafts).change('77', { codeIds: ['4'] });
    await settle(tab);
    expect(tab.reload.state()).toEqual({ status: 'waiting', reason: 'unsent-draft', canResume: true });
    tab.page.app.injector.get(CallDrafts).forget('77');
    await settle(tab);
    expect(tab.loads).toEqual([]);
    tab.page.snapshot('STATE_IDLE');
    await settle(tab);
    expect(tab.loads).toEqual(['/customers/7']);
  });

  it('waits in every tab, and happens in every tab', async () => {
    const [leader, follower] = await openTwo('STATE_CALL_ACTIVE');
    follower.reload.request();
    await settle(leader, follower);
    expect([leader, follower].map(({ reload }) => reload.state().status)).toEqual(['waiting', 'waiting']);
    for (const { page } of [leader, follower]) page.snapshot('STATE_CLERICAL');
    await settle(leader, follower);
    expect([leader.loads, follower.loads]).toEqual([[], []]);
    for (const { page } of [leader, follower]) page.snapshot('STATE_IDLE');
    await settle(leader, follower);
    expect([leader.loads, follower.loads]).toEqual([[null], [null]]);
  });
});

describe('a reload in mid-call', () => {
  it('goes on in the next page, once other tabs had the time to begin', async () => {
    const tab = await open('STATE_IDLE');
    talk(tab);
    tab.reload.request({ inCall: 'resume' });
    await settle(tab);
    expect(tab.reload.state()).toEqual({ status: 'waiting', reason: 'others', canResume: true });
    tab.page.clock.advance(answerTime);
    await settle(tab);
    expect(tab.loads).toEqual([null]);
  });

  it('is not undone by a later request that waits', async () => {
    const tab = await open('STATE_IDLE');
    talk(tab);
    tab.reload.request({ inCall: 'resume' });
    tab.reload.request({ to: '/team' });
    tab.page.clock.advance(answerTime);
    await settle(tab);
    expect(tab.loads).toEqual(['/team']);
  });

  const in77 = { callTraceID: '77' };
  it.each<readonly [string, (tab: Tab) => void, string]>([
    [
      'rings',
      ({ page }) => {
        keepCall(null);
        page.softphone.end();
        page.snapshot('STATE_CALL_DELIVERED', in77);
        page.softphone.invite('c2');
      },
      'in-call',
    ],
    ['has no link to Mediatel', ({ page }) => page.connection.disconnect(), 'in-call'],
    [
      'is not registered',
      ({ page }) =>
        page.softphone.report({
          type: 'registrationChanged',
          registration: { status: 'waiting', retryAt: 1, detail: '' },
        }),
      'in-call',
    ],
    ['has not its sound back from the last reload', ({ page }) => page.softphone.resume('c1'), 'in-call'],
    [
      'waits for a command',
      ({ page }) => {
        void page.mediatel.hold();
      },
      'pending',
    ],
    [
      'is planned to end in a pause that only the page knows',
      ({ page }) => {
        page.snapshot('STATE_CALL_ACTIVE', { ...in77, availableCommand: [] });
        void page.mediatel.pause(page.mediatel.pauses()[0]!.id);
      },
      'pending',
    ],
    [
      'has a draft that no storage holds',
      ({ page }) => {
        const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
          throw new DOMException('full', 'QuotaExceededError');
        });
        page.app.injector.get(CallDrafts).change('77', { note: 'x' });
        full.mockRestore();
      },
      'unsent-draft',
    ],
  ])('waits while the call %s', async (_title, disturb, reason) => {
    const tab = await open('STATE_IDLE', { autoAnswer: 'never' });
    talk(tab);
    disturb(tab);
    tab.reload.request({ inCall: 'resume' });
    tab.page.clock.advance(answerTime);
    await settle(tab);
    expect(tab.reload.state()).toEqual({ status: 'waiting', reason, canResume: false });
    expect(tab.loads).toEqual([]);
  });

  it('waits until the call is stored, and for the end of one that never is', async () => {
    const tab = await open('STATE_IDLE');
    talk(tab);
    keepCall(null);
    tab.reload.request({ inCall: 'resume' });
    tab.page.clock.advance(backTime);
    await settle(tab);
    expect(tab.reload.state()).toEqual({ status: 'waiting', reason: 'in-call', canResume: false });
    keepCall();
    tab.page.clock.advance(1000);
    await settle(tab);
    expect(tab.loads).toEqual([null]);
  });

  it('waits for the end of the call with `resumeCalls: false`', async () => {
    const tab = await open('STATE_IDLE', { resumeCalls: false });
    talk(tab);
    tab.reload.request({ inCall: 'resume' });
    tab.page.clock.advance(backTime);
    await settle(tab);
    expect(tab.reload.state()).toEqual({ status: 'waiting', reason: 'in-call', canResume: false });
  });

  it('leaves a stored draft to the next page', async () => {
    const tab = await open('STATE_IDLE');
    tab.page.snapshot('STATE_CLERICAL', in77);
    tab.page.app.injector.get(CallDrafts).change('77', { note: 'call back' });
    tab.reload.request({ inCall: 'resume' });
    await settle(tab);
    expect(tab.loads).toEqual([null]);
  });

  it.each(['leader', 'follower'] as const)('asked for in the %s, the tab with the call goes last', async (asked) => {
    const [leader, follower] = await openTwo('STATE_IDLE');
    for (const tab of [leader, follower]) talk(tab);
    (asked === 'leader' ? leader : follower).reload.request({ inCall: 'resume' });
    await settle(leader, follower);
    expect([leader.loads, follower.loads]).toEqual([[], [null]]);
    leader.page.clock.advance(answerTime);
    await settle(leader);
    expect(leader.loads).toEqual([]);
    leader.page.tab.joined.next();
    await settle(leader);
    expect(leader.loads).toEqual([null]);
  });

  it('does not wait for ever for a tab that does not come back', async () => {
    const [leader, follower] = await openTwo('STATE_IDLE');
    for (const tab of [leader, follower]) talk(tab);
    leader.reload.request({ inCall: 'resume' });
    await settle(leader, follower);
    leader.page.clock.advance(backTime - 1);
    await settle(leader);
    expect(leader.loads).toEqual([]);
    leader.page.clock.advance(1);
    await settle(leader);
    expect(leader.loads).toEqual([null]);
  });
});

describe('the host’s own unsaved work', () => {
  it('keeps the page as long as it counts', async () => {
    const tab = await open('STATE_IDLE');
    const isDirty = signal(true);
    const form = createEnvironmentInjector([], tab.page.app.injector);
    for (const isUnsaved of [isDirty, () => true])
      runInInjectionContext(isUnsaved === isDirty ? tab.page.app.injector : form, () =>
        tab.reload.holdWhile(isUnsaved),
      );
    tab.reload.request({ inCall: 'resume' });
    await settle(tab);
    isDirty.set(false);
    await settle(tab);
    expect(tab.reload.state()).toEqual({ status: 'waiting', reason: 'unsaved', canResume: false });
    form.destroy();
    await settle(tab);
    expect(tab.loads).toEqual([null]);
  });
});

it('forgets a reload that the person did not let happen', async () => {
  const tab = await open('STATE_IDLE');
  tab.reload.request();
  await settle(tab);
  tab.page.clock.advance(10_000);
  await settle(tab);
  expect(tab.reload.state()).toEqual({ status: 'none' });
  tab.reload.request();
  await settle(tab);
  expect(tab.loads).toEqual([null, null]);
});

it('ignores what is no note of a reload', async () => {
  const tab = await open('STATE_IDLE');
  for (const note of [null, 7, {}, { type: 'reloadWanted' }, { type: 'reloadWanted', inCall: 'never' }])
    tab.page.tab.shared.next(note);
  await settle(tab);
  expect([tab.reload.state(), tab.loads]).toEqual([{ status: 'none' }, []]);
});
