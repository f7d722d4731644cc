import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getBody, type IncomingInviteRequest } from 'sip.js/lib/core/index.js';
import { level } from '../media/spectrum';
import { wavHeader } from '../media/wav';
import { keptSpeech } from '../sip/kept-speech';
import { loud, quiet, sipTelephonyUnderTest } from './sip-telephony.fixture';

describe('telephony over SIP', () => {
  const underTest = sipTelephonyUnderTest();
  const { start, operator, answering, place, joined, recorded } = underTest;

  describe('the sound', () => {
    it('the sound goes on while this thread is busy: the recording misses no frame', async () => {
      await start();
      const call = await joined(await answering());
      // On a busy machine the sound thread begins later than this one connects the customer.
      await call.recordingBegan;
      const busyUntil = performance.now() + 1500;
      while (performance.now() < busyUntil);
      call.handle.end();
      await call.until('ended');
      const { customer } = await recorded(call.handle.callTraceId);
      expect(customer.length / 8).toBeGreaterThanOrEqual(1450);
    });
  });

  describe('an outgoing call', () => {
    it('rings the operator, then the customer, joins, records both sides, and ends', async () => {
      await start();
      const tab = await answering();
      tab.audio.toneHz = 440;
      const invited = once(tab, 'invite') as Promise<[IncomingInviteRequest]>;
      const call = place();
      const [invite] = await invited;
      expect(invite.message.getHeader('from')).toMatch(/^"DM_Banks {2}Дзвінки " <sip:0661234501@training.local>;tag=/);
      expect(getBody(invite.message)?.content).toMatch(/a=rtpmap:0 PCMU\/8000[^]*telephone-event\/8000/);
      await call.until('operatorAnswered');
      const ringback = tab.audio.untilHeard(loud);
      call.handle.dialCustomer();
      await ringback;
      await call.until('customerAnswered');
      tab.audio.pace.begin();
      await tab.audio.untilHeard(loud);
      await tab.audio.untilHeard(quiet);
      const bye = once(tab, 'bye');
      const { spoken } = tab.audio.pace;
      call.handle.end();
      await bye;
      expect(await call.until('ended')).toEqual({ type: 'ended', by: 'server' });
      expect(call.types()).toEqual([
        'operatorRinging',
        'operatorAnswered',
        'customerRinging',
        'customerAnswered',
        'ended',
      ]);
      const { operator: left, customer: right } = await recorded(call.handle.callTraceId);
      expect(keptSpeech(440, left, spoken)).toBeGreaterThan(0.8);
      expect(level(right)).toBeGreaterThan(100);
      expect(await readdir(underTest.recordingsDir)).toEqual([`${call.handle.callTraceId}.wav`]);
    });

    it('reports nothing within startCall', async () => {
      await start();
      const tab = await answering();
      const call = place();
      expect(call.progress).toEqual([]);
      await Promise.all([call.until('operatorAnswered'), tab.audio.untilHeard(quiet)]);
    });

    it('ends after a busy customer, whose tone the operator hears', async () => {
      await start();
      const tab = await answering();
      const call = place({ customerNumber: '0661234502' });
      await call.until('operatorAnswered');
      call.handle.dialCustomer();
      expect(await call.until('customerFailed')).toEqual({ type: 'customerFailed', reason: 'busy' });
      await tab.audio.untilHeard(loud);
      expect(await call.until('ended')).toEqual({ type: 'ended', by: 'customer' });
    });

    it('ends after a customer who never answers', async () => {
      await start();
      await answering();
      const call = place({ customerNumber: '0661234503' });
      await call.until('operatorAnswered');
      call.handle.dialCustomer();
      expect(await call.until('customerFailed')).toEqual({ type: 'customerFailed', reason: 'no-answer' });
      await call.until('ended');
      expect(call.types()).not.toContain('customerAnswered');
    });

    it('ends with the customer who hangs up', async () => {
      await start();
      const tab = await answering();
      const call = place({ customerNumber: '0661234504' });
      await call.until('operatorAnswered');
      const bye = once(tab, 'bye');
      call.handle.dialCustomer();
      await bye;
      expect(await call.until('ended')).toEqual({ type: 'ended', by: 'customer' });
    });
  });

  describe('an operator who does not take the call', () => {
    it('is not registered', async () => {
      await start();
      const call = place();
      await call.until('ended');
      expect(call.progress).toEqual([
        { type: 'operatorFailed', reason: 'not-registered' },
        { type: 'ended', by: 'server' },
      ]);
    });

    it.each([480, 486, 603])('refuses with %d', async (statusCode) => {
      await start();
      const tab = await operator();
      tab.on('invite', (invite) => invite.reject({ statusCode }));
      const call = place();
      await call.until('ended');
      expect(call.progress).toEqual([
        { type: 'operatorRinging' },
        { type: 'operatorFailed', reason: 'rejected', sipStatus: statusCode },
        { type: 'ended', by: 'server' },
      ]);
    });

    it('lets it ring until CANCEL', async () => {
      await start({ answerTimeoutMs: 150 });
      const tab = await operator();
      const cancelled = once(tab, 'cancelled');
      const call = place();
      await cancelled;
      await call.until('ended');
      expect(call.progress.slice(1)).toEqual([
        { type: 'operatorFailed', reason: 'no-answer' },
        { type: 'ended', by: 'server' },
      ]);
    });

    it('is cancelled when the call ends before the answer', async () => {
      await start();
      const tab = await operator();
      const cancelled = once(tab, 'cancelled');
      const call = place();
      await call.until('operatorRinging');
      call.handle.end();
      await cancelled;
      await call.until('ended');
      expect(call.progress).toEqual([{ type: 'operatorRinging' }, { type: 'ended', by: 'server' }]);
      expect(await readdir(underTest.recordingsDir)).toEqual([]);
    });

    it('answers as the CANCEL is on its way: acknowledged and hung up', async () => {
      await start();
      const tab = await operator();
      const invited = once(tab, 'invite') as Promise<[IncomingInviteRequest]>;
      const call = place();
      const [invite] = await invited;
      const content = await tab.audio.answer(getBody(invite.message)?.content ?? '');
      await call.until('operatorRinging');
      const answered = tab.answerWith(invite, content);
      const bye = once(tab, 'bye');
      call.handle.end();
      await Promise.all([answered, bye]);
      expect((await call.until('ended')).type).toBe('ended');
      expect(call.types()).toEqual(['operatorRinging', 'ended']);
    });

    it('answers with audio that cannot be', async () => {
      await start();
      const tab = await operator();
      tab.on('invite', (invite) => void tab.answerWith(invite, 'v=0\r\nnonsense'));
      const bye = once(tab, 'bye');
      const call = place();
      await bye;
      await call.until('ended');
      expect(call.progress.slice(1)).toEqual([
        { type: 'operatorFailed', reason: 'media-failed' },
        { type: 'ended', by: 'server' },
      ]);
    });
  });

  describe('a call under way', () => {
    it('carries the operator’s voice to the customer and back', async () => {
      await start();
      const { tab } = await joined(await answering());
      const echo = tab.audio.untilHeard((heard) => heard > 4000);
      tab.audio.toneHz = 440;
      await echo;
    });

    it('speaks A-law to a tab that wants it', async () => {
      await start();
      const tab = await answering();
      tab.audio.codec = 'PCMA';
      await joined(tab);
      tab.audio.toneHz = 440;
      await tab.audio.untilHeard((heard) => heard > 4000);
      expect([...tab.audio.heardTypes]).toEqual([8]);
    });

    it('on hold gives the operator silence, and the conversation back afterwards', async () => {
      await start();
      const tab = await answering();
      tab.audio.toneHz = 440;
      const { handle } = await joined(tab);
      await tab.audio.untilHeard(loud);
      handle.hold();
      await tab.audio.untilHeardFor(quiet);
      handle.retrieve();
      await tab.audio.untilHeard(loud);
    });

    it('mutes the operator towards the customer', async () => {
      await start();
      const tab = await answering();
      tab.audio.toneHz = 440;
      const { handle } = await joined(tab);
      await tab.audio.untilHeard(loud);
      handle.setMuted(true);
      await tab.audio.untilHeardFor(quiet);
      handle.setMuted(false);
      await tab.audio.untilHeard(loud);
    });

    it('reports the pressed keys, by RTP and by either kind of INFO', async () => {
      await start();
      const { tab, until, progress } = await joined(await answering());
      // A key pressed before the audio path is up is lost.
      await tab.audio.untilHeard(() => true);
      await tab.audio.press(11);
      await until('operatorDigit');
      await tab.info('application/dtmf-relay', 'Signal=5\r\nDuration=160');
      await tab.info('application/dtmf', 'd');
      expect(await tab.info('text/plain', '5')).toBe(415);
      expect(progress.filter(({ type }) => type === 'operatorDigit')).toEqual(
        ['#', '5', 'D'].map((digit) => ({ type: 'operatorDigit', digit })),
      );
    });

    it('ends with the operator’s BYE', async () => {
      await start();
      const { tab, until } = await joined(await answering());
      tab.session?.bye();
      expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
    });

    it('ends once, and ignores orders afterwards', async () => {
      await start();
      const { tab, handle, until, types } = await joined(await answering());
      const bye = once(tab, 'bye');
      handle.end();
      handle.end();
      handle.hold();
      handle.dialCustomer();
      handle.connectCustomer();
      await Promise.all([bye, until('ended')]);
      const next = place({ callTraceId: 'next' });
      await Promise.all([next.until('operatorAnswered'), tab.audio.untilHeard(quiet)]);
      expect(types().filter((type) => type === 'ended')).toHaveLength(1);
      expect(types().at(-1)).toBe('ended');
    });

    it('ends when the operator’s audio is lost finally', async () => {
      await start({ mediaSilenceMs: 300 });
      const { tab, until } = await joined(await answering());
      tab.audio.close();
      expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
    });

    it('takes several operators at once', async () => {
      await start();
      const logins = ['1001', '1002', 'sip11'];
      const phones = await Promise.all(logins.map((login) => answering(login)));
      const calls = await Promise.all(
        phones.map((tab, index) => joined(tab, { extension: ['1001', '1002', '1011'][index] ?? '' })),
      );
      phones.forEach((tab) => (tab.audio.toneHz = 440));
      await Promise.all(phones.map((tab) => tab.audio.untilHeard(loud)));
      await Promise.all(calls.map(({ handle, until }) => (handle.end(), until('ended'))));
    });
  });

  it('completes the recordings of a run that was cut short', async () => {
    await writeFile(join(underTest.recordingsDir, '7.wav.part'), Buffer.concat([wavHeader(0, 2), Buffer.alloc(320)]));
    await start();
    await underTest.telephony.close();
    expect((await recorded('7')).operator).toHaveLength(80);
  });
});
