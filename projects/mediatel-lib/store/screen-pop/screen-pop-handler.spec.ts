import { jest } from '@jest/globals';
import { LeaderTab } from 'mediatel-lib/ports';
import { FakeLeaderTab, StoreHarness } from 'mediatel-lib/testing';
import { TestBed } from '@angular/core/testing';
import { isAllowedHost } from './allowed-host';
import { CommandActions } from '../state/command-actions';
import { preloadEffects } from '../effects-loader';
import { ScreenPopActions } from '../state/screen-pop-actions';
import { MEDIATEL_SCREEN_POP_HANDLER } from './screen-pop-handler';
import { selectBlockedScreenPop } from '../state/screen-pops-feature';

beforeAll(preloadEffects);

describe('isAllowedHost', () => {
  const hosts = ['crm.example', 'local.example:8443', '*.cards.example'];
  it.each([
    ['https://crm.example/39553609', true],
    ['http://crm.example:81/', true],
    ['https://CRM.example/', true],
    ['https://local.example:8443/', true],
    ['https://local.example/', false],
    ['https://a.cards.example/', true],
    ['https://cards.example/', false],
    ['https://evilcards.example/', false],
    ['https://crm.example.evil.example/', false],
    ['https://crm.example@evil.example/', false],
    ['https://user:secret@crm.example/', false],
    ['https://evil.example/#crm.example', false],
    ['javascript:alert(1)//crm.example', false],
    ['data:text/html,crm.example', false],
    ['//crm.example/', false],
    ['', false],
  ])('%s: %s', (url, allowed) => {
    expect(isAllowedHost(url, hosts)).toBe(allowed);
  });
});

describe('the default screen pop', () => {
  const webServer = 'javascript:window.external.CRMNavigate("Card","Customer","https://crm.example/7",false);';
  const open = jest.spyOn(window, 'open');

  /** An empty tab that records where its link leads. */
  function emptyTab() {
    const page = document.implementation.createHTMLDocument();
    const went: { url: string; rel: string; opener: unknown }[] = [];
    const tab = { opener: window as unknown, document: page };
    page.addEventListener('click', ({ target }) => {
      const { href, rel } = target as HTMLAnchorElement;
      went.push({ url: href, rel, opener: tab.opener });
    });
    return { tab: tab as unknown as Window, went };
  }

  beforeEach(() => {
    open.mockReset();
    sessionStorage.clear();
  });

  it('opens a page once per call, without an opener or a referrer', async () => {
    const { tab, went } = emptyTab();
    open.mockReturnValue(tab);
    const harness = new StoreHarness({ screenPopHosts: ['crm.example'] });
    await harness.signIn('STATE_CALL_ACTIVE', { webServer });
    harness.snapshot('STATE_CLERICAL', { webServer });
    expect(open).toHaveBeenCalledTimes(1);
    expect(went).toEqual([{ url: 'https://crm.example/7', rel: 'noopener noreferrer', opener: null }]);
    expect(harness.takeNames('Mediatel Screen Pop')).toEqual([]);
  });

  it.each([[['other.example']], [[]]])(
    'opens nothing with the hosts %j, and only dispatches the action',
    async (screenPopHosts) => {
      const harness = new StoreHarness({ screenPopHosts });
      await harness.signIn('STATE_CALL_ACTIVE', { webServer });
      expect(open).not.toHaveBeenCalled();
      expect(harness.takeNames().filter((name) => name.startsWith('Screen Pop'))).toEqual(['Screen Pop Requested']);
    },
  );

  it('waits for a click if it is blocked, also after a reload, and opens once', async () => {
    open.mockReturnValue(null);
    const first = new StoreHarness({ screenPopHosts: ['crm.example'] });
    await first.signIn('STATE_CALL_ACTIVE', { webServer });
    expect(first.takeNames('Mediatel Screen Pop')).toEqual(['Screen Pop Blocked']);
    TestBed.resetTestingModule();
    const harness = new StoreHarness({ screenPopHosts: ['crm.example'] });
    const blocked = harness.store.selectSignal(selectBlockedScreenPop);
    await harness.signIn('STATE_CALL_ACTIVE', { webServer });
    expect(blocked()).toMatchObject({ page: { url: 'https://crm.example/7' } });
    harness.dispatch(CommandActions.openScreenPop());
    expect(blocked()).not.toBeNull();
    harness.snapshot('STATE_CLERICAL', { webServer });
    expect(blocked()).not.toBeNull();
    const { tab, went } = emptyTab();
    open.mockReturnValue(tab);
    harness.dispatch(CommandActions.openScreenPop());
    expect(went).toHaveLength(1);
    expect(harness.takeNames('Mediatel Screen Pop')).toEqual(['Screen Pop Blocked', 'Screen Pop Opened']);
    expect(blocked()).toBeNull();
    harness.dispatch(CommandActions.openScreenPop());
    expect(went).toHaveLength(1);
  });

  it('does not open again if another tab opened it', async () => {
    open.mockReturnValue(null);
    const tab = new FakeLeaderTab();
    const harness = new StoreHarness({ screenPopHosts: ['crm.example'] }, [{ provide: LeaderTab, useValue: tab }]);
    const blocked = harness.store.selectSignal(selectBlockedScreenPop);
    await harness.signIn('STATE_CALL_ACTIVE', { webServer });
    tab.shared.next(ScreenPopActions.screenPopOpened({ request: blocked()! }));
    expect(blocked()).toBeNull();
    TestBed.resetTestingModule();
    const { tab: page, went } = emptyTab();
    open.mockReturnValue(page);
    const reloaded = new StoreHarness({ screenPopHosts: ['crm.example'] });
    await reloaded.signIn('STATE_CALL_ACTIVE', { webServer });
    expect(went).toEqual([]);
  });

  it('is no longer offered once the page opened without a click', async () => {
    let answer: 'blocked' | undefined = 'blocked';
    const harness = new StoreHarness({}, [{ provide: MEDIATEL_SCREEN_POP_HANDLER, useValue: () => answer }]);
    const blocked = harness.store.selectSignal(selectBlockedScreenPop);
    await harness.signIn('STATE_IDLE');
    harness.snapshot('STATE_CALL_DELIVERED', { webServer: '', callCustomerID: '5' });
    expect(blocked()).toMatchObject({ callCustomerID: '5', page: null });
    answer = undefined;
    harness.snapshot('STATE_CALL_ACTIVE', { webServer, callCustomerID: '5' });
    expect(blocked()).toBeNull();
  });

  it('is offered only as long as its call lasts', async () => {
    open.mockReturnValue(null);
    const harness = new StoreHarness({ screenPopHosts: ['crm.example'] });
    const blocked = harness.store.selectSignal(selectBlockedScreenPop);
    await harness.signIn('STATE_CALL_ACTIVE', { webServer });
    harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2' });
    expect(blocked()).toBeNull();
    harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '3', webServer });
    harness.snapshot('STATE_CLERICAL', { callTraceID: '3' });
    harness.snapshot('STATE_IDLE');
    expect(blocked()).toBeNull();
  });
});
