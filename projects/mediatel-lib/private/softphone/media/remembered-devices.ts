import { type AudioDevice, type AudioUse, type AudioVolumes, storedPlaces, storedValue } from 'mediatel-lib/ports';

/** The chosen device for each use, `null` for the system's default, and how loud the outputs are. */
export type DeviceWishes = Readonly<Record<AudioUse, AudioDevice | null>> & { readonly volumes: AudioVolumes };

const usualVolumes: AudioVolumes = { speaker: 1, ringer: 0.5 };
/** Before anything was chosen in this browser. */
export const noWishes: DeviceWishes = { microphone: null, speaker: null, ringer: null, volumes: usualVolumes };

/** Nothing is ever silent: a call that nobody hears is lost. */
const leastVolume = 0.1;

/** The nearest volume there is. The argument is a number, not `NaN`. */
export const possibleVolume = (volume: number): number => Math.max(leastVolume, Math.min(1, volume));

function device(value: unknown): AudioDevice | null {
  if (typeof value !== 'object' || value === null) return null;
  const { deviceId, label } = value as Partial<Record<keyof AudioDevice, unknown>>;
  return typeof deviceId === 'string' && typeof label === 'string' ? { deviceId, label } : null;
}

function decodeVolumes(kept: unknown): AudioVolumes {
  const { speaker, ringer } = (kept ?? {}) as Partial<Record<keyof AudioVolumes, unknown>>;
  const read = (volume: unknown, usual: number): number =>
    typeof volume === 'number' && Number.isFinite(volume) ? possibleVolume(volume) : usual;
  return { speaker: read(speaker, usualVolumes.speaker), ringer: read(ringer, usualVolumes.ringer) };
}

function decodeWishes(kept: unknown): DeviceWishes | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { microphone, speaker, ringer, volumes } = kept as Partial<Record<keyof DeviceWishes, unknown>>;
  return {
    microphone: device(microphone),
    speaker: device(speaker),
    ringer: device(ringer),
    volumes: decodeVolumes(volumes),
  };
}

const stored = storedValue<DeviceWishes | null>(storedPlaces.audioDevices, decodeWishes);

/** Reads the devices chosen in this browser; `null` if nothing is stored that can be read. */
export const recallDevices = (): DeviceWishes | null => stored.read(null);

/** Stores the choice; `false` if the storage is forbidden or full. Then the choice lasts until the page closes. */
export const rememberDevices = (wishes: DeviceWishes): boolean => stored.write(wishes);
