import { once } from 'node:events';
import pino from 'pino';
import { SessionDialog, URI } from 'sip.js/lib/core/index.js';
import { until as eventually } from 'test-kit';
import type { FakeTab } from '../sip/fake-tab';
import { bothWays, comeBack, leave, newAudio, resume } from './resumed-call.fixture';
import { sipTelephonyUnderTest } from './sip-telephony.fixture';

/** The Request-URIs of the server's BYEs. */
const byesOf = (tab: FakeTab): (string | undefined)[] =>
  tab.received.filter((text) => text.startsWith('BYE ')).map((text) => /^BYE (\S+)/.exec(text)?.[1]);

describe('the dialog of a reloaded page', () => {
  const underTest = sipTelephonyUnderTest();
  const { start, answering, joined, operator } = underTest;

  async function talking(options?: Parameters<typeof start>[0]) {
    await start(options);
    const call = await joined(await answering());
    call.tab.audio.toneHz = 440;
    await bothWays(call.tab, 440);
    return call;
  }

  /** The page is gone, and the server has noticed. */
  async function away(tab: FakeTab): Promise<void> {
    await leave(tab);
    await eventually(() => !underTest.telephony.isRegistered('1001'), 'the extension is unregistered');
  }

  it('a re-INVITE before REGISTER is answered', async () => {
    const { tab } = await talking();
    await away(tab);
    await tab.connect();
    await resume(tab, await newAudio(tab, 600));
    expect(underTest.telephony.isRegistered('1001')).toBe(false);
    expect(await bothWays(tab, 600)).toBe(true);
    expect((await tab.register()).statusCode).toBe(200);
    expect(await bothWays(tab, 600)).toBe(true);
  });

  it('its Contact becomes the target of the server’s requests', async () => {
    const { tab, handle } = await talking();
    await away(tab);
    tab.contact = new URI('sip', 'reloaded', 'tab.invalid', undefined, { transport: 'ws' });
    const offer = await comeBack(tab, 600);
    await resume(tab, offer);
    handle.end();
    await eventually(() => byesOf(tab).length > 0, 'the server hangs up');
    expect(byesOf(tab)).toEqual(['sip:reloaded@tab.invalid;transport=ws']);
  });

  it.each([
    ['REGISTER', 200],
    ['INVITE', 481],
  ] as const)('a BYE that waits comes at the %s, to the old Contact', async (first, statusCode) => {
    const { tab, handle, until } = await talking();
    const old = String(tab.contact);
    await away(tab);
    handle.end();
    await until('ended');
    tab.contact = new URI('sip', 'reloaded', 'tab.invalid', undefined, { transport: 'ws' });
    await tab.connect();
    tab.received.length = 0;
    const bye = once(tab, 'bye');
    const orders = {
      REGISTER: () => tab.register(),
      INVITE: async () => tab.inDialog('INVITE', await newAudio(tab, 600)),
    };
    expect((await orders[first]()).statusCode).toBe(statusCode);
    await bye;
    expect(byesOf(tab)).toEqual([old]);
    // Once: the other order after it brings no second one.
    await tab.register();
    expect(byesOf(tab)).toEqual([old]);
  });

  it('CSeq may leave numbers out, and never goes back', async () => {
    const { tab } = await talking();
    const { session } = tab;
    if (!(session instanceof SessionDialog)) throw new Error('no call');
    // The first number is chosen now.
    await tab.inDialog('UPDATE');
    await away(tab);
    const offer = await comeBack(tab, 600);
    for (let left = 0; left < 100; left++) session.incrementLocalSequenceNumber();
    await resume(tab, offer);
    const now = session.localSequenceNumber;
    expect(now).toBeGreaterThan(100);
    expect((await tab.inDialog('INFO', undefined, now! - 50)).statusCode).toBe(500);
    expect((await tab.inDialog('UPDATE')).statusCode).toBe(200);
    expect(await bothWays(tab, 600)).toBe(true);
  });

  it('a re-INVITE that is pending when the call ends gets 487', async () => {
    const { tab, until } = await talking();
    await away(tab);
    const invited = tab.inDialog('INVITE', await comeBack(tab, 600));
    const ended = tab.inDialog('BYE');
    expect([(await invited).statusCode, (await ended).statusCode]).toEqual([487, 200]);
    expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
  });

  it('the first tab speaks once more after the second, and closes: the second is still reached', async () => {
    let closed = 0;
    const write = (line: string): void => void (closed += line.includes('SIP WebSocket closed') ? 1 : 0);
    const { tab, handle } = await talking({ log: pino({ level: 'debug' }, { write }) });
    const second = await operator();
    second.session = tab.session;
    await tab.inDialog('UPDATE');
    await tab.disconnect();
    await eventually(() => closed === 1, 'the server has noticed');
    handle.end();
    await eventually(() => byesOf(second).length > 0, 'the BYE comes to the second tab');
    expect(byesOf(tab)).toEqual([]);
  });

  it('a BYE over the new socket ends the call, before and after REGISTER', async () => {
    for (const registers of [false, true]) {
      const { tab, until } = registers ? await joined(await answering()) : await talking();
      await away(tab);
      await tab.connect();
      if (registers) await tab.register();
      expect((await tab.inDialog('BYE')).statusCode).toBe(200);
      expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
      tab.close();
      await eventually(() => !underTest.telephony.isRegistered('1001'), 'the extension is free');
    }
  });

  it('a page that lost the extension to another instance meanwhile keeps its call', async () => {
    const { tab, until } = await talking();
    await away(tab);
    await tab.connect();
    await tab.register();
    await operator('1001', 'other');
    await leave(tab);
    await tab.connect();
    const refused = await tab.register();
    expect([refused.statusCode, refused.reasonPhrase]).toEqual([403, 'Taken over']);
    await resume(tab, await newAudio(tab, 600));
    expect(await bothWays(tab, 600)).toBe(true);
    tab.session?.bye();
    expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
  });
});
