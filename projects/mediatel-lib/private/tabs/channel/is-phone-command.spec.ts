import type { PhoneCommand } from 'mediatel-lib/ports';
import { isPhoneCommand } from './is-phone-command';

describe('isPhoneCommand', () => {
  it.each<PhoneCommand>([
    { type: 'registerNow' },
    { type: 'answer', callId: 'c1' },
    { type: 'setMuted', callId: 'c1', muted: false },
    { type: 'sendDigits', callId: 'c1', digits: '12#' },
    { type: 'chooseDevice', use: 'ringer', deviceId: null },
    { type: 'chooseDevice', use: 'microphone', deviceId: 'd1' },
    { type: 'setVolume', use: 'ringer', volume: 0.3 },
    { type: 'testSound', use: 'speaker' },
  ])('knows %j', (command) => {
    expect(isPhoneCommand(command)).toBe(true);
  });

  it.each<unknown>([
    null,
    'answer',
    {},
    { type: 'start' },
    { type: 'toString' },
    { type: '__proto__' },
    { type: 'answer' },
    { type: 'answer', callId: 7 },
    { type: 'setMuted', callId: 'c1', muted: 'yes' },
    { type: 'chooseDevice', use: 'camera', deviceId: null },
    { type: 'chooseDevice', use: 'ringer' },
    { type: 'setVolume', use: 'microphone', volume: 0.3 },
    { type: 'setVolume', use: 'speaker', volume: '0.3' },
    { type: 'setVolume', use: 'speaker', volume: NaN },
    { type: 'testSound', use: 'microphone' },
  ])('does not know %j', (value) => {
    expect(isPhoneCommand(value)).toBe(false);
  });
});
