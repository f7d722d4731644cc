import { formatNumber } from './format-number';
import { diallableNumber, normaliseNumber } from './phone-number';

describe('a phone number', () => {
  it.each(['0661234501', '066 123-45-01', '+380661234501', '380661234501', '80661234501', '+38 (066) 123 45 01'])(
    'is the same number typed as %s',
    (typed) => {
      expect(normaliseNumber(typed)).toBe('+380661234501');
      expect(formatNumber(typed)).toBe('+380 66 123 45 01');
      expect(diallableNumber(typed)).toBe('0661234501');
    },
  );

  it('is left alone when it is foreign or too short', () => {
    expect(normaliseNumber('+48 22 123 45 67')).toBe('+48221234567');
    expect(formatNumber('102')).toBe('102');
    expect(normaliseNumber('anonymous')).toBe('');
  });
});
