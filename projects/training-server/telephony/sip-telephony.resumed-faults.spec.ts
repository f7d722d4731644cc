import type { FakeTab } from '../sip/fake-tab';
import { bothWays, comeBack, leave } from './resumed-call.fixture';
import { quiet, sipTelephonyUnderTest } from './sip-telephony.fixture';

describe('made-up faults of a resumed call', () => {
  const underTest = sipTelephonyUnderTest();
  const { start, answering, joined } = underTest;

  /** A call with sound both ways, whose customer is an echo. */
  async function talking() {
    await start();
    const call = await joined(await answering());
    call.tab.audio.toneHz = 440;
    await bothWays(call.tab, 440);
    return call;
  }

  /** The page was reloaded: its first offer. */
  async function reloaded(tab: FakeTab, hz: number): Promise<string> {
    await leave(tab);
    return comeBack(tab, hz);
  }

  async function resumes(tab: FakeTab, hz: number): Promise<boolean> {
    const answered = await tab.reinvite(await reloaded(tab, hz));
    await tab.audio.accept(answered.sdp);
    return bothWays(tab, hz);
  }

  it('dtls-not-renewed: connected, but the tab’s sound is not delivered', async () => {
    const { tab } = await talking();
    underTest.telephony.failResumption('1001', 'dtls-not-renewed', 1);
    const answered = await tab.reinvite(await reloaded(tab, 600));
    expect(answered.status).toBe(200);
    await tab.audio.accept(answered.sdp);
    expect(await tab.audio.path()).toBe('connected');
    // The echo of the tab's tone would be heard.
    await tab.audio.untilHeardFor(quiet, 50);
    expect(await resumes(tab, 680)).toBe(true);
  });

  it.each(['403', '481', '488'] as const)('%s: refused as often as planned, and the call goes on', async (fault) => {
    const { tab } = await talking();
    underTest.telephony.failResumption('1001', fault, 2);
    for (let round = 0; round < 2; round++)
      expect((await tab.inDialog('INVITE', await reloaded(tab, 600))).statusCode).toBe(Number(fault));
    expect(await resumes(tab, 680)).toBe(true);
  });

  it('407: with the right credentials the call is back', async () => {
    const { tab } = await talking();
    underTest.telephony.failResumption('1001', '407', 1);
    tab.received.length = 0;
    expect(await resumes(tab, 600)).toBe(true);
    expect(tab.received.filter((message) => message.startsWith('SIP/2.0 407'))).toEqual([
      expect.stringMatching(/^Proxy-Authenticate: Digest realm="training.local", nonce="[^"]+"/m),
    ]);
    tab.received.length = 0;
    expect(await resumes(tab, 680)).toBe(true);
    expect(tab.received.filter((message) => message.startsWith('SIP/2.0 407'))).toEqual([]);
  });

  it('silent: no response, and the next one is answered', async () => {
    const { tab } = await talking();
    underTest.telephony.failResumption('1001', 'silent', 1);
    const offer = await reloaded(tab, 600);
    tab.received.length = 0;
    void tab.reinvite(offer);
    expect((await tab.inDialog('OPTIONS')).statusCode).toBe(200);
    expect(await resumes(tab, 680)).toBe(true);
    const answers = tab.received.filter(
      (message) => /^CSeq: \d+ INVITE/m.test(message) && message.startsWith('SIP/2.0'),
    );
    // Those of the second one.
    expect(new Set(answers.map((message) => /^CSeq: (\d+)/m.exec(message)?.[1])).size).toBe(1);
  });

  it('ends with 0, and concerns no other offer and no other operator', async () => {
    const { tab } = await talking();
    underTest.telephony.failResumption('1002', '488', 1);
    underTest.telephony.failResumption('1001', '488', 1);
    expect((await tab.reinvite(await tab.audio.offer())).status).toBe(200);
    underTest.telephony.failResumption('1001', '488', 0);
    expect(await resumes(tab, 600)).toBe(true);
  });
});
