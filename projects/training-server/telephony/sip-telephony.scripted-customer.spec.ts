import { once } from 'node:events';
import { until } from 'test-kit';
import { powerAt } from '../media/spectrum';
import { FakeTabAudio } from '../sip/fake-tab-audio';
import { loud, quiet, sipTelephonyUnderTest } from './sip-telephony.fixture';
import type { CustomerVoice, HeardEvent, ScriptedCustomer } from './telephony';

/** A tone of 8 kHz. */
const tone = (hz: number, ms: number) =>
  Int16Array.from({ length: ms * 8 }, (_, index) => 8000 * Math.sin((2 * Math.PI * hz * index) / 8000));

const framesOf = (samples: Int16Array) =>
  Array.from({ length: Math.floor(samples.length / 160) }, (_, at) => samples.subarray(at * 160, (at + 1) * 160));

/** A script that does nothing by itself: the test speaks by its voice. */
class Script implements ScriptedCustomer {
  readonly events: HeardEvent[] = [];
  voice: CustomerVoice | undefined;

  constructor(readonly dialled: ScriptedCustomer['dialled'] = 'answers') {}

  get mouth(): CustomerVoice {
    if (!this.voice) throw new Error('the script has not begun');
    return this.voice;
  }

  begin(voice: CustomerVoice): void {
    this.voice = voice;
  }

  heard(event: HeardEvent): void {
    this.events.push(event);
  }

  async until<T extends HeardEvent['type']>(type: T): Promise<Extract<HeardEvent, { type: T }>> {
    const found = () => this.events.find((event): event is Extract<HeardEvent, { type: T }> => event.type === type);
    await until(() => found() !== undefined, `the customer heard ${type}`, 15_000);
    return found()!;
  }
}

describe('a scripted customer in a call', () => {
  const underTest = sipTelephonyUnderTest();
  const { start, operator, answering, place, joined, recorded } = underTest;

  it('is heard by the operator and in the customer’s channel of the recording', async () => {
    await start();
    const customer = new Script();
    const { tab, handle, until: ended } = await joined(await answering(), { customer });
    await customer.until('joined');
    await tab.audio.untilHeard(quiet);
    const line = tone(600, 1500);
    const heard = tab.audio.untilHeard((level, frame) => loud(level) && powerAt(600, frame) > 0.9);
    customer.mouth.say(line);
    await heard;
    await customer.until('said');
    handle.end();
    await ended('ended');
    const { operator: left, customer: right } = await recorded(handle.callTraceId);
    // A stall of the machine puts silence in between, but loses nothing.
    const spoken = framesOf(right).filter((frame) => frame.some((sample) => sample !== 0));
    expect(Math.abs(spoken.length - 75)).toBeLessThanOrEqual(1);
    expect(spoken.filter((frame) => powerAt(600, frame) > 0.95).length).toBeGreaterThanOrEqual(73);
    expect(left.every((sample) => sample === 0)).toBe(true);
    // The samples are still the script's own: it may say them again.
    expect(line).toHaveLength(12_000);
  });

  it('hears when the operator speaks and for how long', async () => {
    await start();
    const customer = new Script();
    const { tab, handle, until: ended } = await joined(await answering(), { customer });
    await customer.until('joined');
    await tab.audio.untilHeard(quiet);
    const heard: { atMs: number; spokenMs: number }[] = [];
    for (const wantedMs of [600, 1000, 1400]) {
      customer.events.length = 0;
      tab.audio.toneHz = 440;
      await tab.audio.speakInTime(wantedMs);
      tab.audio.toneHz = 0;
      const { atMs } = await customer.until('operatorSpeaks');
      const { spokenMs } = await customer.until('operatorStops');
      heard.push({ atMs, spokenMs });
    }
    handle.end();
    await ended('ended');
    const { operator: left } = await recorded(handle.callTraceId);
    const loudAt = framesOf(left).flatMap((frame, at) => (frame.some((sample) => sample !== 0) ? [at * 20] : []));
    const begins = loudAt.filter((at, index) => at - (loudAt[index - 1] ?? -Infinity) > 700);
    expect(begins).toHaveLength(3);
    const errors = heard.map(({ atMs, spokenMs }, index) => {
      const [from = 0, next = Infinity] = begins.slice(index, index + 2);
      const to = Math.max(...loudAt.filter((at) => at < next)) + 20;
      // The distance to the first one: the recording began before both heard each other.
      const shift = atMs - (heard[0]?.atMs ?? 0) - (from - (begins[0] ?? 0));
      return Math.max(Math.abs(spokenMs - (to - from)), Math.abs(shift));
    });
    // A busy machine may disturb one of them.
    expect(errors.sort((one, other) => one - other)[1]).toBeLessThan(100);
  });

  it('stops in the middle of a line', async () => {
    await start();
    const customer = new Script();
    const { tab } = await joined(await answering(), { customer });
    customer.mouth.say(tone(600, 20_000));
    await tab.audio.untilHeard(loud);
    customer.mouth.hush();
    await tab.audio.untilHeardFor(quiet);
    expect(customer.events).toEqual([{ type: 'joined' }]);
  });

  it('learns of hold, and that it is over', async () => {
    await start();
    const customer = new Script();
    const { handle } = await joined(await answering(), { customer });
    handle.hold();
    expect(await customer.until('held')).toMatchObject({ held: true });
    handle.retrieve();
    await until(() => customer.events.length === 3, 'the customer heard the end of the hold');
    expect(customer.events.at(-1)).toMatchObject({ type: 'held', held: false });
  });

  it('sends nothing while its sound is gone', async () => {
    await start();
    const customer = new Script();
    const { tab } = await joined(await answering(), { customer });
    customer.mouth.say(tone(600, 60_000));
    await tab.audio.untilHeard(loud);
    customer.mouth.setGone(true);
    await until(() => tab.audio.gaps.take() > 500, 'nothing comes', 10_000);
    customer.mouth.setGone(false);
    await tab.audio.untilHeard(loud);
  });

  it('hangs up after its last line', async () => {
    await start();
    const customer = new Script();
    const { tab, until: ended } = await joined(await answering(), { customer });
    const bye = once(tab, 'bye');
    customer.mouth.say(tone(600, 300));
    customer.mouth.hangUp();
    await bye;
    expect(await ended('ended')).toEqual({ type: 'ended', by: 'customer' });
    expect(customer.events.map(({ type }) => type)).toEqual(['joined', 'said']);
  });

  it('hangs up while the operator’s phone rings', async () => {
    await start();
    const tab = await operator();
    const cancelled = once(tab, 'cancelled');
    const customer = new Script();
    const call = place({ customer, direction: 'incoming' });
    await call.until('operatorRinging');
    customer.mouth.hangUp();
    await cancelled;
    expect(await call.until('ended')).toEqual({ type: 'ended', by: 'customer' });
  });

  it.each([
    ['busy', '0661234501', { type: 'customerFailed', reason: 'busy' }],
    ['neverAnswers', '0661234501', { type: 'customerFailed', reason: 'no-answer' }],
    ['answers', '0661234502', { type: 'customerAnswered' }],
  ] as const)('when dialled: %s, whatever the number', async (dialled, customerNumber, outcome) => {
    await start();
    await answering();
    const call = place({ customer: new Script(dialled), customerNumber });
    await call.until('operatorAnswered');
    call.handle.dialCustomer();
    await call.until(outcome.type);
    expect(call.progress.slice(-2)).toEqual([{ type: 'customerRinging' }, outcome]);
  });

  it('whose script fails ends neither the call nor its sound', async () => {
    await start();
    const customer = new Script();
    customer.heard = () => {
      throw new Error('a fault of the script');
    };
    const { tab, types } = await joined(await answering(), { customer });
    customer.mouth.say(tone(600, 5000));
    await tab.audio.untilHeard(loud);
    expect(types()).not.toContain('ended');
  });

  it('neither speaks nor hears after the end', async () => {
    await start();
    const customer = new Script();
    const { handle, until: ended, types } = await joined(await answering(), { customer });
    await customer.until('joined');
    handle.end();
    await ended('ended');
    customer.mouth.say(tone(600, 100));
    customer.mouth.hangUp();
    customer.mouth.setGone(true);
    expect(types().at(-1)).toBe('ended');
    expect(customer.events).toEqual([{ type: 'joined' }]);
  });

  it('is played by a trainer, and goes on when the trainer leaves', async () => {
    await start();
    const customer = new Script();
    const { tab, types } = await joined(await answering(), { customer });
    customer.mouth.say(tone(600, 60_000));
    const hears = (hz: number) => tab.audio.untilHeard((heard, frame) => loud(heard) && powerAt(hz, frame) > 0.9);
    await hears(600);
    const trainer = new FakeTabAudio();
    trainer.toneHz = 1000;
    const ear = underTest.telephony.openEar('1001', { mode: 'customer' }, { closed: () => undefined });
    await ear.acceptAnswer(await trainer.answer(await ear.createOffer()));
    await hears(1000);
    ear.close();
    trainer.close();
    await hears(600);
    expect(types()).not.toContain('ended');
  });
});
