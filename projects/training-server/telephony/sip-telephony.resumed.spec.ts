import { once } from 'node:events';
import type { IncomingInviteRequest } from 'sip.js/lib/core/index.js';
import type { FakeTab } from '../sip/fake-tab';
import { defaultTiming } from './call-timing';
import { bothWays, comeBack, holds, leave, longestSilenceMs, newAudio, resume } from './resumed-call.fixture';
import { quiet, sipTelephonyUnderTest } from './sip-telephony.fixture';

describe('a call that outlives its page', () => {
  const underTest = sipTelephonyUnderTest();
  const { start, answering, joined, recorded } = underTest;

  async function talking(hz = 440) {
    const call = await joined(await answering());
    call.tab.audio.toneHz = hz;
    await bothWays(call.tab, hz);
    return call;
  }

  it('three reloads: sound both ways after each, in one recording that is as long as the call', async () => {
    await start();
    const { tab, handle, until, recordingBegan } = await talking();
    const tones = [520, 600, 680];
    const awayMs: number[] = [];
    for (const hz of tones) {
      const leftAt = performance.now();
      await leave(tab);
      await resume(tab, await comeBack(tab, hz));
      expect(await bothWays(tab, hz)).toBe(true);
      awayMs.push(performance.now() - leftAt);
    }
    handle.end();
    await until('ended');
    const endedAt = performance.now();
    const { operator, customer } = await recorded(handle.callTraceId);
    expect([440, ...tones].map((hz) => [holds(hz, operator), holds(hz, customer)])).toEqual(
      [440, ...tones].map(() => [true, true]),
    );
    expect(customer.length).toBe(operator.length);
    const seconds = (endedAt - (await recordingBegan)) / 1000;
    expect(Math.abs(operator.length / 8000 - seconds)).toBeLessThan(0.5);
    const silenceMs = longestSilenceMs(operator);
    expect(silenceMs).toBeGreaterThan(0);
    expect(silenceMs).toBeLessThanOrEqual(Math.max(...awayMs) + 100);
  }, 30_000);

  it('the silence of a long absence is in the recording, not shortened', async () => {
    await start();
    const { tab, handle, until } = await talking();
    const leftAt = performance.now();
    await leave(tab);
    const offer = await comeBack(tab, 600);
    await new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, 2_000 - (performance.now() - leftAt))));
    await resume(tab, offer);
    expect(await bothWays(tab, 600)).toBe(true);
    const awayMs = performance.now() - leftAt;
    handle.end();
    await until('ended');
    const silenceMs = longestSilenceMs((await recorded(handle.callTraceId)).operator);
    expect(silenceMs).toBeGreaterThanOrEqual(1_900);
    expect(silenceMs).toBeLessThanOrEqual(awayMs + 100);
  }, 30_000);

  it('a page may be away for a minute', () => {
    expect(defaultTiming.mediaSilenceMs).toBeGreaterThan(60_000);
  });

  it('an offer that cannot be answered gets 488, and the old connection goes on', async () => {
    await start();
    const { tab } = await talking();
    const old = tab.audio;
    const offer = await newAudio(tab, 600);
    expect((await tab.reinvite(offer.replace(/^a=ice-(ufrag|pwd).*\r\n/gm, ''))).status).toBe(488);
    tab.audio.close();
    tab.audio = old;
    expect(await bothWays(tab, 440)).toBe(true);
    await resume(tab, await newAudio(tab, 680));
    old.close();
    expect(await bothWays(tab, 680)).toBe(true);
  });

  it.each([
    ['sendonly', 'recvonly'],
    ['recvonly', 'sendonly'],
  ] as const)('the resumed offer may be %s', async (offered, answered) => {
    await start();
    const { tab, handle, until } = await talking();
    await leave(tab);
    const response = await tab.reinvite(await comeBack(tab, 600, offered));
    expect([response.status, response.sdp]).toEqual([200, expect.stringContaining(`a=${answered}`)]);
    await tab.audio.accept(response.sdp);
    expect(await tab.audio.path()).toBe('connected');
    const back = await tab.reinvite(await tab.audio.offer({ direction: 'sendrecv' }));
    expect(back.sdp).toContain('a=sendrecv');
    await tab.audio.accept(back.sdp);
    expect(await bothWays(tab, 600)).toBe(true);
    handle.end();
    await until('ended');
  });

  it('a hold that is pending, and one that lasts, stay until they are taken back', async () => {
    await start();
    const { tab, handle } = await talking();
    await leave(tab);
    handle.hold();
    const offer = await comeBack(tab, 600);
    await resume(tab, offer);
    await tab.audio.untilHeardFor(quiet);
    const again = newAudio(tab, 680);
    const old = tab.audio;
    const answered = tab.reinvite(await again);
    handle.retrieve();
    await tab.audio.accept((await answered).sdp);
    expect(await bothWays(tab, 680)).toBe(true);
    old.close();
  });

  describe('and the server’s session refresh', () => {
    const refreshed = (tab: FakeTab): Promise<IncomingInviteRequest> =>
      new Promise((resolve) => {
        const { session } = tab;
        if (session) session.delegate = { ...session.delegate, onInvite: resolve };
      });

    async function agree(tab: FakeTab, request: IncomingInviteRequest): Promise<void> {
      const content = await tab.audio.reanswer(request.message.body);
      const body = { contentDisposition: 'session', contentType: 'application/sdp', content };
      const acknowledged = once(tab, 'confirmed');
      request.accept({ statusCode: 200, body, extraHeaders: [`Contact: <${tab.contact}>`] });
      await acknowledged;
    }

    it('refreshes use the new connection', async () => {
      await start({ sessionRefreshMs: 1_000 });
      const { tab } = await talking();
      await leave(tab);
      await resume(tab, await comeBack(tab, 600));
      for (let round = 0; round < 2; round++) await agree(tab, await refreshed(tab));
      expect(await bothWays(tab, 600)).toBe(true);
    });

    it('glare: 491 both ways, then each gets through', async () => {
      await start({ sessionRefreshMs: 150 });
      const { tab } = await talking();
      const request = await refreshed(tab);
      const old = tab.audio;
      const offer = await newAudio(tab, 600);
      expect((await tab.inDialog('INVITE', offer)).statusCode).toBe(491);
      request.reject({ statusCode: 491 });
      await resume(tab, offer);
      old.close();
      expect(await bothWays(tab, 600)).toBe(true);
      await agree(tab, await refreshed(tab));
      expect(await bothWays(tab, 600)).toBe(true);
    }, 20_000);

    it('one that was lost with the old WebSocket does not delay the return', async () => {
      await start({ sessionRefreshMs: 150 });
      const { tab } = await talking();
      await refreshed(tab);
      await leave(tab);
      await tab.connect();
      // Before REGISTER, and without a second try.
      await resume(tab, await newAudio(tab, 600));
      expect(await bothWays(tab, 600)).toBe(true);
    });
  });
});
