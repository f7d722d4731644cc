/**
 * A number in the form it is kept and compared in: `+380661234501`.
 *
 * Ukrainian numbers are told apart by their length, however they were typed: `0661234501`, `380661234501`.
 */
export function normaliseNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  if (/^0\d{9}$/.test(digits)) return `+38${digits}`;
  if (/^80\d{9}$/.test(digits)) return `+3${digits}`;
  return digits === '' ? '' : `+${digits}`;
}

/** For reading: `+380 66 123 45 01`; what is no Ukrainian number stays as it is. */
export function formatNumber(number: string): string {
  const parts = /^\+(380)(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(normaliseNumber(number));
  return parts ? `+${parts.slice(1).join(' ')}` : number;
}

/** As Mediatel is asked to dial it: national, `0661234501`. */
export function diallableNumber(number: string): string {
  return normaliseNumber(number).replace(/^\+38(?=0\d{9}$)/, '');
}
