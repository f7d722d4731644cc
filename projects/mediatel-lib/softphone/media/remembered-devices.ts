import type { AudioDevice, AudioUse } from 'mediatel-lib/ports';

const storageKey = 'mediatel.audio.devices';

export type DeviceWishes = Readonly<Record<AudioUse, AudioDevice | null>>;

const noWishes: DeviceWishes = { microphone: null, speaker: null, ringer: null };

function device(value: unknown): AudioDevice | null {
  if (typeof value !== 'object' || value === null) return null;
  const { deviceId, label } = value as Partial<Record<keyof AudioDevice, unknown>>;
  return typeof deviceId === 'string' && typeof label === 'string' ? { deviceId, label } : null;
}

/** The devices chosen in this browser; whatever else lies in the storage is no choice. */
export function recallDevices(): DeviceWishes {
  // Storage may be forbidden, and anybody may have written there.
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return noWishes;
    const { microphone, speaker, ringer } = kept as Partial<Record<AudioUse, unknown>>;
    return { microphone: device(microphone), speaker: device(speaker), ringer: device(ringer) };
  } catch {
    return noWishes;
  }
}

export function rememberDevices(wishes: DeviceWishes): void {
  // Forbidden or full storage costs the memory, not the choice.
  try {
    localStorage.setItem(storageKey, JSON.stringify(wishes));
  } catch {
    return;
  }
}
