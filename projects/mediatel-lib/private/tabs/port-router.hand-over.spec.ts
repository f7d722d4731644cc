import { jest } from '@jest/globals';
import { takenOverError } from 'mediatel-lib/ports';
import { fakeAccount, wireSnapshot } from 'mediatel-lib/testing';
import { tabVersion } from './channel/tab-message';
import { Page, prepareTabs, settle } from './page.fixture';

let pages: Page[];

async function open(count: number): Promise<Page[]> {
  pages = [];
  for (let index = 0; index < count; index++) pages.push(await new Page().begin());
  return pages;
}

const statuses = (): string[] => pages.map(({ tab }) => tab.state().status);

describe('the phone of several tabs', () => {
  beforeAll(async () => {
    await import('./port-router');
  });

  beforeEach(() => {
    prepareTabs();
  });

  afterEach(() => {
    for (const page of pages) page.end();
    jest.useRealTimers();
  });

  it('stays in its tab if the tab that asked for it does not take it', async () => {
    const [leader] = await open(2);
    const wanted = {
      mediatel: tabVersion,
      from: 'x',
      term: null,
      sentAt: Date.now(),
      now: 0,
      body: { type: 'wanted' },
    };
    leader!.channel.dispatchEvent(new MessageEvent('message', { data: wanted }));
    expect(leader!.realPhone.drops).toBe(1);
    expect(leader!.connection.send({ type: 'closeCall' })).toEqual({ sent: false, reason: 'not-connected' });
    await settle(1999);
    expect(leader!.realPhone.started).toHaveLength(1);
    await settle(1);
    expect(statuses()).toEqual(['leading', 'following']);
    expect(pages.map(({ realPhone }) => realPhone.started.length)).toEqual([2, 0]);
  });

  describe('whose operator signed in elsewhere', () => {
    /** The phone was in the first tab, which is closed now. */
    const takenOver = async (count: number): Promise<Page[]> => {
      const [leader, ...others] = await open(count);
      leader!.real.connect();
      leader!.real.receive(wireSnapshot('STATE_LOGOUT', { loginErrorID: takenOverError }));
      await settle();
      leader!.end();
      await settle();
      pages = others;
      return others;
    };

    it.each([
      ['the connection', (page: Page) => page.connection.retryNow()],
      ['the phone', (page: Page) => page.phone.start(fakeAccount.sip)],
    ])('stays there until the operator wants %s here', async (_what, ask) => {
      const [leader] = await takenOver(2);
      expect(leader!.tab.state().status).toBe('leading');
      expect(leader!.connection.state().status).toBe('kicked');
      expect(leader!.real.opened).toEqual([]);
      expect(leader!.realPhone.started).toEqual([]);
      ask(leader!);
      expect(leader!.real.opened).toEqual([fakeAccount.mediatel]);
      expect(leader!.realPhone.started).toEqual([fakeAccount.sip]);
    });

    it('shows in every tab once the operator wants it here', async () => {
      const [leader, other] = await takenOver(3);
      leader!.connection.retryNow();
      await settle();
      expect(other!.connection.state().status).toBe('connecting');
      leader!.realPhone.invite('c1');
      await settle();
      expect(other!.events.map(({ type }) => type)).toContain('invited');
    });
  });

  it('is started from another tab too', async () => {
    const [leader, other] = await open(2);
    other!.phone.start(fakeAccount.sip);
    await settle();
    expect(leader!.realPhone.executedOf('registerNow')).toHaveLength(1);
    expect(other!.realPhone.started).toEqual([]);
    leader!.phone.start(fakeAccount.sip);
    expect(leader!.realPhone.started).toHaveLength(2);
  });
});
