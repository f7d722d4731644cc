import { echo } from '../heard';
import { undisturbed } from './disturbance';
import { expect, type Returning, test } from './returning';
import { full } from '../everyday';

const nothing = (): readonly { readonly text: string }[] => [];

/** The page shows a ringing call, which waits for an answer by hand: no snapshot announces it. */
async function rings({ host, link }: Returning, direction: 'incoming' | 'outgoing'): Promise<void> {
  await host.begin();
  link.mediatel.disturb('down', nothing);
  if (direction === 'incoming') await host.customerCalls(echo);
  else await host.give('makeCall', { phoneNumber: echo });
  await host.reaches(({ softphone }) => softphone.call !== null);
}

/** How often the page said that a call rings. */
const invitations = async ({ host }: Returning, since: number): Promise<number> =>
  (await host.seen('Invited')).filter(({ at }) => at >= since).length;

for (const direction of ['incoming', 'outgoing'] as const)
  test(`a reload while an ${direction} call rings: the next page answers it, and both are heard`, async ({
    returning,
  }) => {
    const { host, link } = returning;
    await rings(returning, direction);
    await returning.leave();
    link.mediatel.disturb('down', undisturbed);
    const back = await returning.comeBack();
    await host.phase('talking');
    await returning.heardBothWays();
    expect(await invitations(returning, back)).toBe(1);
    expect(await host.seen('Call Missed')).toEqual([]);
    returning.nobodyEndedIt();
    await returning.recordedBothWays();
  });

test('a reload between our 200 and its ACK: the call is back, and both are heard', async ({ returning }) => {
  const { host, link } = returning;
  await host.begin();
  link.sip.disturb('down', (text) => (text.startsWith('ACK ') ? [] : [{ text }]));
  await host.give('makeCall', { phoneNumber: echo });
  await host.saw('Answered', 0);
  await returning.leave();
  link.sip.disturb('down', undisturbed);
  const back = await returning.comeBack();
  await host.saw('Resumed', back);
  await host.phase('talking');
  await returning.heardBothWays();
  returning.nobodyEndedIt();
  await returning.recordedBothWays();
});

test(
  'the server gives the ringing call up while the page is away: nothing rings, and the pause is shown',
  full,
  async ({ returning }) => {
    const { host, link } = returning;
    await rings(returning, 'incoming');
    await returning.leave();
    link.mediatel.disturb('down', undisturbed);
    await returning.mediatelIs('STATE_PAUSE');
    const back = await returning.comeBack();
    await host.phase('paused');
    await host.reaches(({ softphone }) => softphone.registration.status === 'registered');
    expect((await host.state()).softphone.call).toBeNull();
    expect(await invitations(returning, back)).toBe(0);
    await host.give('endPause');
    await host.phase('available');
    await host.talk(echo);
    await returning.heardBothWays();
    await host.finish();
  },
);
