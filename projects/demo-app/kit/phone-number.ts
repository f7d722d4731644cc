/**
 * A number in the form in which it is stored and compared: `+380661234501`.
 *
 * Ukrainian numbers are recognised by their length in every spelling: `0661234501`, `380661234501`.
 */
export function normaliseNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  if (/^0\d{9}$/.test(digits)) return `+38${digits}`;
  if (/^80\d{9}$/.test(digits)) return `+3${digits}`;
  return digits === '' ? '' : `+${digits}`;
}

/** A number as Mediatel dials it: in national form, `0661234501`. */
export function diallableNumber(number: string): string {
  return normaliseNumber(number).replace(/^\+38(?=0\d{9}$)/, '');
}
