import { groupUkrainian } from 'mediatel-lib/ui';
import { normaliseNumber } from './phone-number';

const isWhole = /^\+380\d{9}$/;

/** A number for people to read, as the desk writes it: `+380 66 123 45 01`. Numbers of other countries stay as they are. */
export function formatNumber(number: string): string {
  const whole = normaliseNumber(number);
  return (isWhole.test(whole) ? groupUkrainian(whole, 'UA') : null) ?? number;
}
