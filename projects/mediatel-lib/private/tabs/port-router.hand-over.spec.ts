import { takenOverError } from 'mediatel-lib/ports';
import { fakeAccount, wireSnapshot } from 'mediatel-lib/testing';
import { tabVersion } from './channel/tab-message';
import { type Page, pagesOfEachTest, settle } from './page.fixture';

describe('the phone of several tabs', () => {
  const pages = pagesOfEachTest();

  it('stays in its tab if the tab that asked for it does not take it', async () => {
    const [leader] = await pages.open(2);
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
    expect(pages.statuses).toEqual(['leading', 'following']);
    expect(pages.all.map(({ realPhone }) => realPhone.started.length)).toEqual([2, 0]);
  });

  it('gets every tab’s commands where it is, also after it moved', async () => {
    const [first, second] = await pages.open(2);
    const reopen = async () => {
      for (const { phone } of pages.all) phone.execute({ type: 'reopenMicrophone' });
      await settle();
      return pages.all.map(({ realPhone }) => realPhone.executed.splice(0).length);
    };
    expect(await reopen()).toEqual([2, 0]);
    second!.tab.bringHere();
    await settle(10);
    expect(await reopen()).toEqual([0, 2]);
    // Even a connection that the first tab did not close sends nothing.
    for (const { real } of pages.all) real.connect();
    const requests = [first!, second!].map(({ connection }) => connection.send({ type: 'closeCall' }).sent);
    expect(requests).toEqual([false, true]);
    expect(pages.all.map(({ real }) => real.sent)).toEqual([[], [{ type: 'closeCall' }]]);
  });

  it('stays off in a tab that gets it back during a sign-out, until it is started', async () => {
    const [first, second] = await pages.open(2);
    // The first tab has released the phone already when it hears of the sign-out.
    second!.tab.bringHere();
    await settle();
    first!.tab.keepPhoneOff(true);
    await settle(10);
    second!.end();
    await settle();
    expect(first!.tab.state().status).toBe('leading');
    expect(first!.real.opened).toHaveLength(2);
    expect(first!.realPhone.started).toHaveLength(1);
    first!.tab.keepPhoneOff(false);
    first!.phone.start(fakeAccount.sip);
    expect(first!.realPhone.started).toHaveLength(2);
  });

  it('stays on in the leading tab during a sign-out', async () => {
    const [first] = await pages.open(2);
    first!.tab.keepPhoneOff(true);
    await settle(10);
    expect(first!.realPhone.drops).toBe(0);
  });

  describe('whose operator signed in elsewhere', () => {
    /** The phone was in the first tab, which is closed now. */
    const takenOver = async (count: number): Promise<Page[]> => {
      const [leader, ...others] = await pages.open(count);
      leader!.real.connect();
      leader!.real.receive(wireSnapshot('STATE_LOGOUT', { loginErrorID: takenOverError }));
      await settle();
      leader!.end();
      await settle();
      pages.all = others;
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
    const [leader, other] = await pages.open(2);
    other!.phone.start(fakeAccount.sip);
    await settle();
    expect(leader!.realPhone.executedOf('registerNow')).toHaveLength(1);
    expect(other!.realPhone.started).toEqual([]);
    leader!.phone.start(fakeAccount.sip);
    expect(leader!.realPhone.started).toHaveLength(2);
  });
});
