import { type AudioDevice, type AudioUse, storedPlaces, storedValue } from 'mediatel-lib/ports';

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

/** The devices chosen in this browser; whatever else lies in the storage is no choice. */
export const recallDevices = (): DeviceWishes => stored.read(noWishes);

/** Forbidden or full storage costs the memory, not the choice. */
export function rememberDevices(wishes: DeviceWishes): void {
  stored.write(wishes);
}
