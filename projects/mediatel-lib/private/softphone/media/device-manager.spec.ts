import { jest } from '@jest/globals';
import type { AudioDevices } from 'mediatel-lib/ports';
import { DeviceManager } from './device-manager';

const input = (label: string) => ({ kind: 'audioinput', deviceId: label.toLowerCase(), label });

describe('DeviceManager', () => {
  let plugged: readonly ReturnType<typeof input>[];
  let manager: DeviceManager;
  let shown: AudioDevices[];
  let served: (string | null)[];
  let causes: (string | null)[];

  beforeEach(() => {
    localStorage.clear();
    plugged = ['Default', 'Headset', 'Desk'].map(input);
    const media = Object.assign(new EventTarget(), { enumerateDevices: () => Promise.resolve(plugged) });
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: media });
    shown = [];
    served = [];
    causes = [];
    manager = new DeviceManager({
      changed: (devices) => shown.push(devices),
      served: (_use, { active }, cause) => {
        served.push(active?.label ?? null);
        causes.push(cause);
      },
    });
  });
  afterEach(() => manager.close());

  const microphone = () => shown.at(-1)?.microphone;

  async function refuseHeadset(): Promise<void> {
    await manager.refresh();
    manager.chooseDevice('microphone', 'headset');
    manager.microphoneRefused('Desk');
  }

  it('shows the device that replaces a microphone that could not be opened, and changes no other use', async () => {
    await refuseHeadset();
    expect(microphone()).toMatchObject({ chosen: { label: 'Headset' }, active: { label: 'Desk' }, refused: true });
    await manager.refresh();
    expect(microphone()).toMatchObject({ active: { label: 'Desk' }, refused: true });
    expect(served).toEqual(['Headset']);
  });

  it('wants the chosen one again at the next try', async () => {
    await refuseHeadset();
    expect(await manager.wantedMicrophone()).toBe('headset');
    manager.microphoneOpened();
    expect(microphone()?.refused).toBeUndefined();
    expect(microphone()?.active?.label).toBe('Headset');
  });

  it('tries it again if it is chosen again, or unplugged and plugged back in', async () => {
    await refuseHeadset();
    manager.chooseDevice('microphone', 'headset');
    expect(served).toEqual(['Headset', 'Headset']);
    manager.microphoneRefused('Desk');
    const all = plugged;
    plugged = all.filter(({ label }) => label !== 'Headset');
    await manager.refresh();
    expect(microphone()).toMatchObject({ missing: true });
    plugged = all;
    await manager.refresh();
    expect(served.at(-1)).toBe('Headset');
    expect(microphone()?.refused).toBeUndefined();
  });

  /** The same in another tab. */
  const next = (): DeviceManager => new DeviceManager({ changed: () => undefined, served: () => undefined });

  describe('what another tab stores', () => {
    let other: DeviceManager;
    beforeEach(async () => {
      await manager.refresh();
      manager.chooseDevice('microphone', 'headset');
      other = next();
      await other.refresh();
      served = [];
      causes = [];
    });
    afterEach(() => other.close());

    it('is told as a choice', async () => {
      other.chooseDevice('microphone', null);
      await manager.refresh();
      expect([served, causes]).toEqual([['Default'], ['chosen']]);
    });

    it('serves as soon as a volume is set here', () => {
      other.chooseDevice('microphone', 'desk');
      manager.setVolume('speaker', 0.5);
      expect([served, causes]).toEqual([['Desk'], ['chosen']]);
    });

    it('is taken over where the list can’t be read', async () => {
      other.setVolume('ringer', 0.9);
      other.chooseDevice('microphone', 'desk');
      jest.spyOn(navigator.mediaDevices, 'enumerateDevices').mockRejectedValue(new Error('inactive'));
      await manager.refresh();
      expect(manager.devices.volumes.ringer).toBe(0.9);
      expect([served, causes]).toEqual([['Desk'], ['chosen']]);
    });

    it('gives a refused microphone another try', async () => {
      manager.microphoneRefused('Default');
      other.chooseDevice('microphone', 'desk');
      other.chooseDevice('microphone', 'headset');
      await manager.refresh();
      expect(microphone()?.refused).toBe(true);
      other.chooseDevice('microphone', 'desk');
      await manager.refresh();
      expect(microphone()).toMatchObject({ active: { label: 'Desk' } });
      expect(microphone()?.refused).toBeUndefined();
    });
  });

  it.each([
    ['cleared', () => localStorage.clear()],
    ['spoilt', () => localStorage.setItem('mediatel.audio.devices', '5')],
  ])('keeps devices and volumes where the storage is %s meanwhile', async (_what, lose) => {
    await manager.refresh();
    manager.chooseDevice('microphone', 'headset');
    manager.setVolume('ringer', 1);
    served = [];
    lose();
    plugged = [...plugged, input('Webcam')];
    await manager.refresh();
    expect(served).toEqual([]);
    manager.setVolume('speaker', 0.7);
    await manager.refresh();
    expect(manager.devices.volumes).toEqual({ speaker: 0.7, ringer: 1 });
    expect(microphone()).toMatchObject({ active: { label: 'Headset' } });
  });

  describe('volumes', () => {
    const key = 'mediatel.audio.devices';

    it('are kept for the next visit, beside the devices', async () => {
      await manager.refresh();
      manager.chooseDevice('microphone', 'headset');
      expect(manager.devices.volumes).toEqual({ speaker: 1, ringer: 0.5 });
      manager.setVolume('ringer', 0.8);
      expect(shown.at(-1)).toMatchObject({
        volumes: { speaker: 1, ringer: 0.8 },
        microphone: { chosen: { label: 'Headset' } },
      });
      const later = next();
      expect(later.devices.volumes).toEqual({ speaker: 1, ringer: 0.8 });
      expect(await later.wantedMicrophone()).toBe('headset');
      later.close();
    });

    it('and devices are those of the tab that was the phone last', async () => {
      const other = next();
      await other.refresh();
      other.setVolume('ringer', 0.9);
      other.chooseDevice('microphone', 'desk');
      await manager.refresh();
      expect(manager.devices).toMatchObject({ volumes: { ringer: 0.9 }, microphone: { chosen: { label: 'Desk' } } });
      other.setVolume('speaker', 0.3);
      manager.setVolume('ringer', 0.2);
      await other.refresh();
      expect(other.devices).toMatchObject({
        volumes: { speaker: 0.3, ringer: 0.2 },
        microphone: { chosen: { label: 'Desk' } },
      });
      other.close();
    });

    it('last until the page closes where nothing can be stored', async () => {
      await manager.refresh();
      const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError');
      });
      manager.setVolume('ringer', 0.9);
      manager.chooseDevice('microphone', 'desk');
      await manager.refresh();
      full.mockRestore();
      expect(manager.devices).toMatchObject({ volumes: { ringer: 0.9 }, microphone: { chosen: { label: 'Desk' } } });
    });

    it.each([
      [0, 0.1],
      [-3, 0.1],
      [7, 1],
    ])('never fall silent: %d is %d', (asked, set) => {
      manager.setVolume('speaker', asked);
      expect(manager.devices.volumes.speaker).toBe(set);
    });

    it('stay as they are where something else than a number is set', () => {
      manager.setVolume('speaker', 0.4);
      manager.setVolume('speaker', NaN);
      expect(manager.devices.volumes.speaker).toBe(0.4);
    });

    it.each(['loud', null, [], { speaker: 'loud', ringer: null }, { ringer: true }])(
      'are the usual ones where something else is stored: %j',
      (volumes) => {
        localStorage.setItem(key, JSON.stringify({ microphone: null, speaker: null, ringer: null, volumes }));
        const later = next();
        expect(later.devices.volumes).toEqual({ speaker: 1, ringer: 0.5 });
        later.close();
      },
    );
  });
});
