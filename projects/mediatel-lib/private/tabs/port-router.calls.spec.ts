import { fakeAccount } from 'mediatel-lib/testing';
import { tabVersion } from './channel/tab-message';
import { resumeLimit, soundLimit } from './left-sound';
import { type Page, pagesOfEachTest, settle } from './page.fixture';

const heard = { audibility: 'heard', reason: null } as const;
const both = { outgoing: heard, incoming: heard, received: true };

describe('the answered call of several tabs', () => {
  const pages = pagesOfEachTest();

  /** The events of the call that a page has shown, from now on. */
  const shownBy = ({ events }: Page) => events.filter((event) => 'callId' in event).map(({ type }) => type);

  /** Two pages; the first one leads and has a call, whose sound is proved. */
  const inCall = async (): Promise<readonly [Page, Page]> => {
    const [first, second] = (await pages.open(2)) as [Page, Page];
    first.realPhone.invite('c1', '066');
    first.realPhone.execute({ type: 'answer', callId: 'c1' });
    first.realPhone.prove(both);
    await settle();
    for (const { events } of pages.all) events.length = 0;
    return [first, second];
  };

  it('goes on in the tab that takes over from a page that ended', async () => {
    const [first, second] = await inCall();
    second.realPhone.kept = 'c1';
    first.end();
    await settle();
    expect(second.tab.state().status).toBe('leading');
    expect(shownBy(second)).toEqual(['audioProved', 'resumed']);
    expect(second.tab.callMove()).toEqual({ how: 'taken-over', at: expect.any(Number) });
  });

  it('ends once if the phone of that tab can’t go on with it', async () => {
    const [first, second] = await inCall();
    first.end();
    await settle();
    expect(second.realPhone.started).toEqual([fakeAccount.sip]);
    expect(shownBy(second)).toEqual(['ended']);
    expect(second.tab.callMove()).toBeNull();
  });

  it('ends in that tab if the operator signs out before it goes on', async () => {
    const [first, second] = await inCall();
    second.realPhone.kept = 'c1';
    second.tab.keepPhoneOff(true);
    first.end();
    await settle();
    expect(second.realPhone.started).toEqual([]);
    expect(shownBy(second)).toEqual(['ended']);
  });

  it('goes on in a page that comes back', async () => {
    const [first] = await inCall();
    pages.all[1]!.end();
    first.realPhone.kept = 'c1';
    first.realPhone.drop = () => first.realPhone.handOver();
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await settle();
    expect(shownBy(first)).toEqual([]);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settle();
    expect(shownBy(first)).toEqual(['audioProved', 'resumed']);
    expect(first.tab.callMove()).toBeNull();
  });

  describe('that is brought to another one', () => {
    /** The second page takes the phone. */
    const brought = async (): Promise<readonly [Page, Page]> => {
      const [first, second] = await inCall();
      second.realPhone.kept = 'c1';
      second.tab.bringHere();
      await settle(10);
      expect(pages.statuses).toEqual(['following', 'leading']);
      return [first, second];
    };

    it('leaves its sound until the other tab proves its own, and shows no end', async () => {
      const [first, second] = await brought();
      expect(shownBy(second)).toEqual(['audioProved', 'resumed']);
      expect([first.realPhone.handOvers, first.realPhone.drops]).toEqual([1, 0]);
      await settle(soundLimit - 100);
      expect(first.realPhone.drops).toBe(0);
      second.realPhone.prove(both);
      await settle();
      expect(first.realPhone.drops).toBe(1);
      expect(shownBy(first)).not.toContain('ended');
      await settle(resumeLimit + soundLimit);
      expect([pages.statuses, first.realPhone.drops]).toEqual([['following', 'leading'], 1]);
      for (const { tab } of pages.all) expect(tab.callMove()).toBeNull();
    });

    it('leaves no sound if it ends there', async () => {
      const [first, second] = await brought();
      second.realPhone.end();
      await settle();
      expect(first.realPhone.drops).toBe(1);
      expect(shownBy(first).filter((type) => type === 'ended')).toHaveLength(1);
    });

    it('leaves no sound if the page is left', async () => {
      const [first] = await brought();
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      await settle();
      expect(first.realPhone.drops).toBe(1);
    });

    it('is taken back if it has no sound there, and both tabs say so', async () => {
      const [first, second] = await brought();
      first.realPhone.kept = 'c1';
      await settle(soundLimit);
      await settle(10);
      expect(pages.statuses).toEqual(['leading', 'following']);
      expect(first.realPhone.started).toHaveLength(2);
      expect(pages.all.map(({ tab }) => tab.callMove()?.how)).toEqual(['kept', 'went-back']);
      first.realPhone.prove(both);
      await settle();
      expect(first.realPhone.drops).toBe(0);
      for (const page of [first, second]) expect(shownBy(page)).not.toContain('ended');
    });

    it('stays here if the other tab does not take it', async () => {
      const [first] = await inCall();
      const body = { type: 'wanted' };
      const data = { mediatel: tabVersion, from: 'x', term: null, sentAt: Date.now(), now: 0, body };
      first.channel.dispatchEvent(new MessageEvent('message', { data }));
      expect([first.realPhone.handOvers, first.realPhone.drops]).toEqual([1, 0]);
      first.realPhone.kept = 'c1';
      await settle(2000);
      expect(pages.statuses[0]).toBe('leading');
      expect(first.realPhone.started).toHaveLength(2);
      expect(shownBy(first)).toEqual(['audioProved', 'resumed']);
      expect(first.realPhone.drops).toBe(0);
      expect(first.tab.callMove()?.how).toBe('kept');
    });
  });
});
