import type { Microphone } from 'mediatel-lib/ports';
import { MicrophoneManager } from './microphone-manager';

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
  /** The requested device, for each call. */
  readonly asked: (string | undefined)[] = [];
  async getUserMedia({ audio }: { audio: { deviceId?: { exact: string } } }): Promise<unknown> {
    this.asked.push(audio.deviceId?.exact);
    const track = await (this.next?.() ?? Promise.resolve(new FakeTrack()));
    this.opened.push(track);
    return { getAudioTracks: () => [track], getTracks: () => [track] };
  }
}

describe('MicrophoneManager', () => {
  let devices: FakeDevices;
  let states: Microphone[];
  let manager: MicrophoneManager;
  let wanted: string | undefined;
  let refused: string[];
  let onSettled: (() => void) | null;

  const settled = (): Promise<void> => new Promise((resolve) => (onSettled = resolve));

  beforeEach(() => {
    devices = new FakeDevices();
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: devices });
    states = [];
    onSettled = null;
    wanted = undefined;
    refused = [];
    manager = new MicrophoneManager({
      wanted: () => Promise.resolve(wanted),
      changed: (state) => {
        states.push(state);
        if (state.status !== 'asking') onSettled?.();
      },
      refused: (standIn) => refused.push(standIn),
      permission: () => undefined,
    });
  });

  const refuseWith = (name: string): void => {
    devices.next = () => Promise.reject(new DOMException('no', name));
  };

  it('opens the microphone with its track disabled', async () => {
    await manager.open();
    expect(states).toEqual([{ status: 'asking' }, { status: 'ready', label: 'Headset' }]);
    expect(devices.opened[0]?.enabled).toBe(false);
    expect(manager.cloneTrack()?.enabled).toBe(false);
  });

  it('asks the browser once, however often open() is called', async () => {
    await Promise.all([manager.open(), manager.open()]);
    await manager.open();
    expect(devices.opened).toHaveLength(1);
  });

  it.each([
    ['absent', 'NotFoundError', 'absent'],
    ['taken by another program', 'NotReadableError', 'busy'],
  ])('reports that it is %s, and opens one that is plugged in', async (_, error, failure) => {
    refuseWith(error);
    await manager.open();
    expect(states.at(-1)).toEqual({ status: 'failed', failure, detail: 'no' });
    expect(manager.cloneTrack()).toBeNull();
    devices.next = null;
    const ready = settled();
    devices.dispatchEvent(new Event('devicechange'));
    await ready;
    expect(states.at(-1)).toEqual({ status: 'ready', label: 'Headset' });
  });

  it('does not ask again automatically after the operator refused', async () => {
    refuseWith('NotAllowedError');
    await manager.open();
    devices.dispatchEvent(new Event('devicechange'));
    expect(states.at(-1)).toMatchObject({ status: 'failed', failure: 'denied' });
  });

  it('reports that the microphone is unplugged if there is no other', async () => {
    await manager.open();
    refuseWith('NotFoundError');
    const failed = settled();
    devices.opened[0]?.onended?.();
    await failed;
    expect(states.at(-1)).toMatchObject({ status: 'failed', failure: 'lost' });
    expect(manager.ready).toBe(false);
  });

  it('takes another microphone when the one in use is unplugged', async () => {
    await manager.open();
    devices.next = () => Promise.resolve(Object.assign(new FakeTrack(), { label: 'Built-in' }));
    const ready = settled();
    devices.opened[0]?.onended?.();
    await ready;
    expect(states.slice(2)).toEqual([{ status: 'asking' }, { status: 'ready', label: 'Built-in' }]);
  });

  it('keeps the microphone in use until the wanted one is open', async () => {
    await manager.open();
    wanted = 'usb';
    devices.next = () => {
      expect(devices.opened[0]?.stopped).toBe(false);
      return Promise.resolve(Object.assign(new FakeTrack(), { label: 'USB' }));
    };
    await manager.useWishedDevice();
    expect(devices.asked.at(-1)).toBe('usb');
    expect(devices.opened[0]?.stopped).toBe(true);
    expect(states.at(-1)).toEqual({ status: 'ready', label: 'USB' });
  });

  it('keeps the microphone in use when the wanted one is refused', async () => {
    await manager.open();
    wanted = 'usb';
    refuseWith('NotReadableError');
    await manager.useWishedDevice();
    expect(refused).toEqual(['Headset']);
    expect(states.at(-1)).toEqual({ status: 'ready', label: 'Headset' });
    expect(devices.opened[0]?.stopped).toBe(false);
  });

  it('opens the default when the stored one can’t be opened', async () => {
    wanted = 'usb';
    devices.next = () =>
      devices.asked.at(-1) === undefined
        ? Promise.resolve(new FakeTrack())
        : Promise.reject(new DOMException('taken', 'NotReadableError'));
    await manager.open();
    expect(devices.asked).toEqual(['usb', undefined]);
    expect(refused).toEqual(['Headset']);
    expect(manager.ready).toBe(true);
  });

  describe('a device chosen while another is being opened', () => {
    /** Lets the test open the requested devices, in any order. */
    let give: Map<string, () => void>;
    beforeEach(() => {
      give = new Map();
      devices.next = () => {
        const label = devices.asked.at(-1) ?? 'default';
        return new Promise((resolve) => give.set(label, () => resolve(Object.assign(new FakeTrack(), { label }))));
      };
    });
    const asked = async (label: string): Promise<void> => {
      for (let turns = 0; !give.has(label) && turns < 20; turns++) await Promise.resolve();
    };
    const inUse = (): string | null => {
      const state = states.at(-1);
      return state?.status === 'ready' ? state.label : null;
    };

    it.each([
      ['in the order of the choices', ['first', 'second']],
      ['in the other order', ['second', 'first']],
    ])('is the one in use, opened %s', async (_order, order) => {
      const opening = manager.open();
      await asked('default');
      give.get('default')?.();
      await opening;
      const changes: Promise<void>[] = [];
      for (const wish of ['first', 'second']) {
        wanted = wish;
        changes.push(manager.useWishedDevice());
        await asked(wish);
      }
      order.forEach((label) => give.get(label)?.());
      await Promise.all(changes);
      expect(inUse()).toBe('second');
      expect(devices.opened.filter(({ stopped }) => !stopped).map(({ label }) => label)).toEqual(['second']);
      expect(refused).toEqual([]);
    });

    it('is the one opened, if none was open yet', async () => {
      wanted = 'first';
      const opening = manager.open();
      await asked('first');
      wanted = 'second';
      const using = manager.useWishedDevice();
      await asked('second');
      give.get('first')?.();
      give.get('second')?.();
      await Promise.all([opening, using]);
      expect(inUse()).toBe('second');
      expect(devices.opened.filter(({ stopped }) => !stopped).map(({ label }) => label)).toEqual(['second']);
      expect(states.filter(({ status }) => status === 'asking')).toHaveLength(1);
    });
  });

  it('opens another device that is chosen because the first is busy', async () => {
    refuseWith('NotReadableError');
    await manager.open();
    expect(manager.ready).toBe(false);
    wanted = 'usb';
    devices.next = null;
    await manager.useWishedDevice();
    expect(devices.asked.at(-1)).toBe('usb');
    expect(manager.ready).toBe(true);
  });

  it('does not ask again for another device if the page was refused', async () => {
    refuseWith('NotAllowedError');
    await manager.open();
    wanted = 'usb';
    await manager.useWishedDevice();
    expect(devices.asked).toEqual([undefined]);
  });

  it.each([
    ['open', null, true],
    ['refused', 'NotFoundError', false],
  ])('calls back once it is %s, and not before', async (_what, error, isReady) => {
    let give: () => void = () => undefined;
    devices.next = () =>
      new Promise((resolve, reject) => {
        give = () => (error === null ? resolve(new FakeTrack()) : reject(new DOMException('no', error)));
      });
    const opening = manager.open();
    const known: boolean[] = [];
    manager.whenKnown(() => known.push(manager.ready));
    const callOff = manager.whenKnown(() => known.push(manager.ready));
    callOff();
    while (devices.asked.length === 0) await Promise.resolve();
    expect(known).toEqual([]);
    give();
    await opening;
    expect(known).toEqual([isReady]);
    manager.whenKnown(() => known.push(manager.ready));
    expect(known).toEqual([isReady, isReady]);
  });

  it('stops a microphone that is opened after close()', async () => {
    let give: (track: FakeTrack) => void = () => undefined;
    devices.next = () => new Promise((resolve) => (give = resolve));
    const opening = manager.open();
    await Promise.resolve();
    await Promise.resolve();
    manager.close();
    const late = new FakeTrack();
    give(late);
    await opening;
    expect(late.stopped).toBe(true);
    expect(states.at(-1)).toEqual({ status: 'off' });
  });

  it('ignores a device that is no longer in use', async () => {
    await manager.open();
    wanted = 'usb';
    await manager.useWishedDevice();
    expect(devices.opened[0]?.onended).toBeNull();
    manager.close();
    expect(devices.opened[1]).toMatchObject({ stopped: true, onended: null });
    expect(manager.cloneTrack()).toBeNull();
    devices.dispatchEvent(new Event('devicechange'));
    expect(devices.opened).toHaveLength(2);
  });

  describe('the permission', () => {
    const permission = { state: 'prompt', onchange: null as (() => void) | null };
    let known: string[];

    const become = (state: string): void => {
      permission.state = state;
      permission.onchange?.();
    };

    beforeEach(() => {
      Object.assign(permission, { state: 'prompt', onchange: null });
      Object.defineProperty(navigator, 'permissions', {
        configurable: true,
        value: { query: () => Promise.resolve(permission) },
      });
      known = [];
      manager = new MicrophoneManager({
        wanted: () => Promise.resolve(wanted),
        changed: (state) => {
          states.push(state);
          if (state.status !== 'asking') onSettled?.();
        },
        refused: () => undefined,
        permission: (state) => known.push(state),
      });
    });
    afterEach(() => Reflect.deleteProperty(navigator, 'permissions'));

    it('opens the microphone once it is granted', async () => {
      refuseWith('NotAllowedError');
      await manager.open();
      become('denied');
      expect(states.at(-1)).toMatchObject({ status: 'failed', failure: 'denied' });
      devices.next = null;
      const ready = settled();
      become('granted');
      await ready;
      expect(manager.ready).toBe(true);
      expect(known).toEqual(['prompt', 'denied', 'granted']);
    });

    it('is watched only until close()', async () => {
      await manager.open();
      manager.close();
      expect(permission.onchange).toBeNull();
      void manager.open();
      manager.close();
      await Promise.resolve();
      expect(known).toEqual(['prompt']);
      expect(permission.onchange).toBeNull();
    });
  });

  it('reports a page that may not use a microphone', async () => {
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: undefined });
    await manager.open();
    expect(states.at(-1)).toMatchObject({ status: 'failed', failure: 'insecure' });
    manager.close();
  });
});
