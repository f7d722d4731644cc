import type { Microphone } from 'mediatel-lib/ports';
import { MicrophoneKeeper } from './microphone-keeper';

class FakeTrack {
  enabled = true;
  stopped = false;
  label = 'Headset';
  onended: (() => void) | null = null;
  stop(): void {
    this.stopped = true;
  }
  clone(): FakeTrack {
    return Object.assign(new FakeTrack(), { enabled: this.enabled });
  }
}

class FakeDevices extends EventTarget {
  next: (() => Promise<FakeTrack>) | null = null;
  readonly opened: FakeTrack[] = [];
  async getUserMedia(): Promise<unknown> {
    const track = await (this.next?.() ?? Promise.resolve(new FakeTrack()));
    this.opened.push(track);
    return { getAudioTracks: () => [track], getTracks: () => [track] };
  }
}

describe('MicrophoneKeeper', () => {
  let devices: FakeDevices;
  let states: Microphone[];
  let keeper: MicrophoneKeeper;
  let onReady: (() => void) | null;

  beforeEach(() => {
    devices = new FakeDevices();
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: devices });
    states = [];
    onReady = null;
    keeper = new MicrophoneKeeper((state) => {
      states.push(state);
      if (state.status === 'ready') onReady?.();
    });
  });

  const refuseWith = (name: string): void => {
    devices.next = () => Promise.reject(new DOMException('no', name));
  };

  it('opens the microphone with its track disabled', async () => {
    await keeper.open();
    expect(states).toEqual([{ status: 'asking' }, { status: 'ready', label: 'Headset' }]);
    expect(devices.opened[0]?.enabled).toBe(false);
    expect(keeper.cloneTrack()?.enabled).toBe(false);
  });

  it('asks once, however often it is told to', async () => {
    await Promise.all([keeper.open(), keeper.open()]);
    await keeper.open();
    expect(devices.opened).toHaveLength(1);
  });

  it('says why there is none, and opens it when one is plugged in', async () => {
    refuseWith('NotFoundError');
    await keeper.open();
    expect(states.at(-1)).toEqual({ status: 'failed', failure: 'absent', detail: 'no' });
    expect(keeper.cloneTrack()).toBeNull();
    devices.next = null;
    const ready = new Promise<void>((resolve) => (onReady = resolve));
    devices.dispatchEvent(new Event('devicechange'));
    await ready;
    expect(states.at(-1)).toEqual({ status: 'ready', label: 'Headset' });
  });

  it('does not ask again by itself what the operator refused', async () => {
    refuseWith('NotAllowedError');
    await keeper.open();
    devices.dispatchEvent(new Event('devicechange'));
    expect(states.at(-1)).toMatchObject({ status: 'failed', failure: 'denied' });
  });

  it('notices that the microphone is unplugged', async () => {
    await keeper.open();
    devices.opened[0]?.onended?.();
    expect(states.at(-1)).toMatchObject({ status: 'failed', failure: 'lost' });
    expect(keeper.ready).toBe(false);
  });

  it('keeps no microphone open that comes after closing', async () => {
    let give: (track: FakeTrack) => void = () => undefined;
    devices.next = () => new Promise((resolve) => (give = resolve));
    const opening = keeper.open();
    keeper.close();
    const late = new FakeTrack();
    give(late);
    await opening;
    expect(late.stopped).toBe(true);
    expect(states.at(-1)).toEqual({ status: 'off' });
  });

  it('names a page that may have no microphone', async () => {
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: undefined });
    await keeper.open();
    expect(states.at(-1)).toMatchObject({ status: 'failed', failure: 'insecure' });
    keeper.close();
  });
});
