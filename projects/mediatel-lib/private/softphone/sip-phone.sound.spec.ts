import { jest } from '@jest/globals';
import { signal } from '@angular/core';
import { noAudioDevices, noAudioFacts, type SoftphoneEvent } from 'mediatel-lib/ports';
import { fakeAccount } from 'mediatel-lib/testing';
import { until } from 'test-kit';
import { RemoteAudio } from './media/remote-audio';
import type { PhoneShell } from './phone-shell';
import { SipPhone } from './sip-phone';

/** The browser's devices. The microphone opens when the test says so. */
class FakeDevices extends EventTarget {
  allow: (() => void) | null = null;

  getUserMedia = (): Promise<object> => {
    const track = { label: 'Headset', onended: null, stop: () => undefined, clone: () => track, enabled: true };
    const stream = { getAudioTracks: () => [track], getTracks: () => [track] };
    return new Promise((resolve) => (this.allow = () => resolve(stream)));
  };
  enumerateDevices = (): Promise<readonly object[]> => Promise.resolve([]);
}

describe('SipPhone whose sound is there before its microphone', () => {
  it('plays once the microphone is open: until then the browser may refuse that', async () => {
    const devices = new FakeDevices();
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: devices });
    const unlock = jest.spyOn(RemoteAudio.prototype, 'unlock');
    const events: SoftphoneEvent[] = [];
    const phone = new SipPhone({
      config: { resumeCalls: false, iceServers: [], chime: false, notify: false, registerExpires: 60 },
      clock: { monotonic: () => performance.now() },
      facts: signal(noAudioFacts),
      devices: signal(noAudioDevices),
      levels: signal({ microphone: 0, remote: 0 }),
      quality: signal(null),
      emitEvent: (event: SoftphoneEvent) => void events.push(event),
    } as unknown as PhoneShell);
    phone.start(fakeAccount.sip);
    const statuses = (): readonly string[] =>
      events.flatMap((event) => (event.type === 'microphoneChanged' ? [event.microphone.status] : []));
    await until(() => devices.allow !== null, 'the microphone is asked for');
    expect(unlock).not.toHaveBeenCalled();
    devices.allow?.();
    await until(() => statuses().at(-1) === 'ready', 'the microphone is open');
    expect(unlock).toHaveBeenCalledTimes(1);
    phone.destroy();
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: undefined });
  });
});
