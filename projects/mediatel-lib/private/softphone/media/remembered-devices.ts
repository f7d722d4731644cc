import { type AudioDevice, type AudioUse, storedPlaces, storedValue } from 'mediatel-lib/ports';

/** The chosen device for each use; `null` for the system's default. */
export type DeviceWishes = Readonly<Record<AudioUse, AudioDevice | null>>;

const noWishes: DeviceWishes = { microphone: null, speaker: null, ringer: null };

function device(value: unknown): AudioDevice | null {
  if (typeof value !== 'object' || value === null) return null;
  const { deviceId, label } = value as Partial<Record<keyof AudioDevice, unknown>>;
  return typeof deviceId === 'string' && typeof label === 'string' ? { deviceId, label } : null;
}

function decodeWishes(kept: unknown): DeviceWishes {
  if (typeof kept !== 'object' || kept === null) return noWishes;
  const { microphone, speaker, ringer } = kept as Partial<Record<AudioUse, unknown>>;
  return { microphone: device(microphone), speaker: device(speaker), ringer: device(ringer) };
}

const stored = storedValue(storedPlaces.audioDevices, decodeWishes);

/** Reads the devices chosen in this browser. Anything else in the storage counts as no choice. */
export const recallDevices = (): DeviceWishes => stored.read(noWishes);

/** Stores the choice. If the storage is forbidden or full, the choice lasts until the page closes. */
export function rememberDevices(wishes: DeviceWishes): void {
  stored.write(wishes);
}
