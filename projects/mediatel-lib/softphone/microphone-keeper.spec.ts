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
  /** The device asked for each time. */
  readonly asked: (string | undefined)[] = [];
  async getUserMedia({ audio }: { audio: { deviceId?: { exact: string } } }): Promise<unknown> {
    this.asked.push(audio.deviceId?.exact);
    const track = await (this.next?.() ?? Promise.resolve(new FakeTrack()));
    this.opened.push(track);
    return { getAudioTracks: () => [track], getTracks: () => [track] };
  }
}

describe('MicrophoneKeeper', () => {
  let devices: FakeDevices;
  let states: Microphone[];
  let keeper: MicrophoneKeeper;
  let wanted: string | undefined;
  let refused: number;
  let onSettled: (() => void) | null;

  const settled = (): Promise<void> => new Promise((resolve) => (onSettled = resolve));

  beforeEach(() => {
    devices = new FakeDevices();
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: devices });
    states = [];
    onSettled = null;
    wanted = undefined;
    refused = 0;
    keeper = new MicrophoneKeeper({
      wanted: () => Promise.resolve(wanted),
      changed: (state) => {
        states.push(state);
        if (state.status !== 'asking') onSettled?.();
      },
      refused: () => (refused += 1),
      permission: () => undefined,
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

  it.each([
    ['absent', 'NotFoundError', 'absent'],
    ['taken by another program', 'NotReadableError', 'busy'],
  ])('says that it is %s, and opens one when one is plugged in', async (_, error, failure) => {
    refuseWith(error);
    await keeper.open();
    expect(states.at(-1)).toEqual({ status: 'failed', failure, detail: 'no' });
    expect(keeper.cloneTrack()).toBeNull();
    devices.next = null;
    const ready = settled();
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

  it('says that the microphone is unplugged if there is no other', async () => {
    await keeper.open();
    refuseWith('NotFoundError');
    const failed = settled();
    devices.opened[0]?.onended?.();
    await failed;
    expect(states.at(-1)).toMatchObject({ status: 'failed', failure: 'lost' });
    expect(keeper.ready).toBe(false);
  });

  it('takes another microphone when the one in use is unplugged', async () => {
    await keeper.open();
    devices.next = () => Promise.resolve(Object.assign(new FakeTrack(), { label: 'Built-in' }));
    const ready = settled();
    devices.opened[0]?.onended?.();
    await ready;
    expect(states.slice(2)).toEqual([{ status: 'asking' }, { status: 'ready', label: 'Built-in' }]);
  });

  it('keeps the microphone in use until the wanted one is open', async () => {
    await keeper.open();
    wanted = 'usb';
    devices.next = () => {
      expect(devices.opened[0]?.stopped).toBe(false);
      return Promise.resolve(Object.assign(new FakeTrack(), { label: 'USB' }));
    };
    await keeper.use();
    expect(devices.asked.at(-1)).toBe('usb');
    expect(devices.opened[0]?.stopped).toBe(true);
    expect(states.at(-1)).toEqual({ status: 'ready', label: 'USB' });
  });

  it('goes on with the microphone in use when the wanted one is refused', async () => {
    await keeper.open();
    wanted = 'usb';
    refuseWith('NotReadableError');
    await keeper.use();
    expect(refused).toBe(1);
    expect(states.at(-1)).toEqual({ status: 'ready', label: 'Headset' });
    expect(devices.opened[0]?.stopped).toBe(false);
  });

  it('opens the default when the remembered one can’t be opened', async () => {
    wanted = 'usb';
    devices.next = () =>
      devices.asked.at(-1) === undefined
        ? Promise.resolve(new FakeTrack())
        : Promise.reject(new DOMException('taken', 'NotReadableError'));
    await keeper.open();
    expect(devices.asked).toEqual(['usb', undefined]);
    expect(refused).toBe(1);
    expect(keeper.ready).toBe(true);
  });

  it('keeps no microphone open that comes after closing', async () => {
    let give: (track: FakeTrack) => void = () => undefined;
    devices.next = () => new Promise((resolve) => (give = resolve));
    const opening = keeper.open();
    await Promise.resolve();
    await Promise.resolve();
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
