import { sipTelephonyUnderTest } from './sip-telephony.fixture';
import type { CustomerVoice, ScriptedCustomer } from './telephony';

const TONES = 7;

/** A customer who makes a sound whenever the test wants. */
class Beeper implements ScriptedCustomer {
  readonly dialled = 'answers';
  voice: CustomerVoice | undefined;
  joined: () => void = () => undefined;
  said: () => void = () => undefined;

  begin(voice: CustomerVoice): void {
    this.voice = voice;
  }

  heard({ type }: { readonly type: string }): void {
    if (type === 'joined') this.joined();
    if (type === 'said') this.said();
  }

  beep(value: number): Promise<void> {
    this.voice?.say(new Int16Array(800).fill(value));
    return new Promise((resolve) => (this.said = resolve));
  }
}

describe('the time in a recording', () => {
  const { start, answering, joined, recorded } = sipTelephonyUnderTest();

  it('is that of this thread: an event is found where it was heard', async () => {
    await start();
    const customer = new Beeper();
    const bothHear = new Promise<void>((resolve) => (customer.joined = resolve));
    const { tab, handle, until, recordingBegan } = await joined(await answering(), { customer });
    await bothHear;
    const began = await recordingBegan;
    const saidAt: number[] = [];
    for (let tone = 0; tone < TONES; tone++) {
      await tab.audio.untilHeardFor((level) => level === 0, 5);
      saidAt.push(performance.now() - began);
      await customer.beep(5000 + tone);
    }
    handle.end();
    await until('ended');
    const { customer: channel } = await recorded(handle.callTraceId);
    const errors = saidAt.map((at, tone) => Math.abs(channel.indexOf(5000 + tone) / 8 - at)).sort((a, b) => a - b);
    // A busy machine may stop the sound thread, but not for most of the tones.
    expect(errors[Math.floor(TONES / 2)]).toBeLessThanOrEqual(40);
  });
});
