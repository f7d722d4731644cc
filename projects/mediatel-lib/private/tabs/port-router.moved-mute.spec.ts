import { type Page, pagesOfEachTest, settle } from './page.fixture';

const heard = { audibility: 'heard', reason: null } as const;

describe('the sound that stays in the old tab of a moved call', () => {
  const pages = pagesOfEachTest();

  it('is silenced too, or ended, when the operator mutes the call in the new tab', async () => {
    const [first, second] = (await pages.open(2)) as [Page, Page];
    first.realPhone.invite('c1', '066');
    first.realPhone.execute({ type: 'answer', callId: 'c1' });
    first.realPhone.prove({ outgoing: heard, incoming: heard, received: true });
    await settle();
    second.realPhone.kept = 'c1';
    second.tab.bringHere();
    await settle(10);
    expect(pages.statuses).toEqual(['following', 'leading']);
    // The new tab has no path yet: the customer hears the old one.
    expect([first.realPhone.handOvers, first.realPhone.drops]).toEqual([1, 0]);
    second.phone.execute({ type: 'setMuted', callId: 'c1', muted: true });
    await settle(10);
    // Both desks say that the operator is muted.
    const told = pages.all.map(({ events }) => events.findLast(({ type }) => type === 'muteChanged'));
    expect(told).toMatchObject([{ muted: true }, { muted: true }]);
    const { drops } = first.realPhone;
    expect(drops + first.realPhone.executedOf('setMuted').length).toBe(1);
  });
});
