import type { AudioDevice, DeviceChoice } from 'mediatel-lib/ports';
import { changeCause, findDevice, resolveChoice } from './device-choice';

const device = (deviceId: string, label: string): AudioDevice => ({ deviceId, label });
const byDefault = device('default', 'Default - Built-in');
const builtIn = device('b', 'Built-in');
const headset = device('h', 'Headset');
const all = [byDefault, builtIn, headset];

describe('findDevice', () => {
  it.each([
    ['by its id', headset, headset],
    ['by its label, if the id is from another visit', device('old', 'Headset'), headset],
    ['by its label, if another device has the id now', device('b', 'Headset'), headset],
    ['by its id alone, before labels are known', device('h', ''), headset],
    ['not at all, if it is unplugged', device('x', 'Webcam'), null],
    ['not at all, if it has neither id nor label', device('', ''), null],
  ])('finds a stored device %s', (_how, wanted, found) => {
    expect(findDevice(all, wanted)).toBe(found);
  });
});

describe('resolveChoice', () => {
  it.each<[string, readonly AudioDevice[], AudioDevice | null, DeviceChoice]>([
    ['the default without a choice', all, null, { chosen: null, active: byDefault, missing: false }],
    ['the chosen one', all, headset, { chosen: headset, active: headset, missing: false }],
    [
      'the default while the chosen one is unplugged',
      [byDefault, builtIn],
      headset,
      { chosen: headset, active: byDefault, missing: true },
    ],
    ['what only the browser knows', [builtIn, headset], null, { chosen: null, active: null, missing: false }],
    ['the only one', [builtIn], null, { chosen: null, active: builtIn, missing: false }],
    [
      'the chosen one, before labels are known',
      [device('', '')],
      headset,
      { chosen: headset, active: device('', ''), missing: false },
    ],
    ['none, if there is none', [], null, { chosen: null, active: null, missing: false }],
  ])('takes %s', (_what, list, chosen, choice) => {
    expect(resolveChoice(list, chosen)).toEqual(choice);
  });
});

describe('changeCause', () => {
  const change = (before: readonly AudioDevice[], after: readonly AudioDevice[], was: AudioDevice | null, is = was) =>
    changeCause(resolveChoice(before, was), resolveChoice(after, is), after);
  const moved = device('default', 'Default - Headset');

  it('names why another device serves', () => {
    expect(change(all, all, null)).toBeNull();
    expect(change(all, [byDefault, builtIn, headset, device('w', 'Webcam')], headset)).toBeNull();
    expect(change(all, all, null, headset)).toBe('chosen');
    expect(change(all, [byDefault, builtIn], headset)).toBe('unplugged');
    expect(change([byDefault, builtIn], all, headset)).toBe('returned');
    expect(change(all, [moved, builtIn, headset], null)).toBe('default-moved');
  });
});
