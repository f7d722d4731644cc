import type { AudioDevice, DeviceChangeCause, DeviceChoice } from 'mediatel-lib/ports';

/** Id of the extra entry by which browsers list the system's default (Chrome, Edge). */
const systemDefault = 'default';

/** The label without the default's prefix. The default is also listed as “Default - Headset (1234:5678)”. */
const bare = (label: string): string => label.replace(/^[^-]{2,20} - /, '');

/** Finds a stored device in the list: by its id, else by its label, since browsers change the ids. */
export function findDevice(list: readonly AudioDevice[], wanted: AudioDevice): AudioDevice | null {
  const byId = list.find(({ deviceId }) => deviceId !== '' && deviceId === wanted.deviceId);
  if (byId && (byId.label === '' || wanted.label === '' || byId.label === wanted.label)) return byId;
  return (wanted.label !== '' && list.find(({ label }) => label === wanted.label)) || null;
}

/** The device that serves a use, given the devices that are plugged in. */
export function resolveChoice(list: readonly AudioDevice[], chosen: AudioDevice | null): DeviceChoice {
  const found = chosen && findDevice(list, chosen);
  // Before the microphone is allowed, browsers list no devices or nameless ones. Then no device counts as missing.
  const named = list.some(({ label }) => label !== '');
  const fallback =
    list.find(({ deviceId }) => deviceId === systemDefault) ?? (list.length === 1 ? (list[0] ?? null) : null);
  return { chosen: found ?? chosen, active: found ?? fallback, missing: chosen !== null && found === null && named };
}

/** Why another device serves the use than before; `null` if the device is the same. */
export function changeCause(
  before: DeviceChoice,
  after: DeviceChoice,
  list: readonly AudioDevice[],
): DeviceChangeCause | null {
  if (sameDevice(before.active, after.active)) return null;
  if (before.missing && !after.missing && after.chosen) return 'returned';
  if (before.active && !findDevice(list, before.active) && before.active.deviceId !== systemDefault) return 'unplugged';
  return after.chosen && !after.missing ? 'chosen' : 'default-moved';
}

function sameDevice(a: AudioDevice | null, b: AudioDevice | null): boolean {
  return a?.deviceId === b?.deviceId && bare(a?.label ?? '') === bare(b?.label ?? '');
}
