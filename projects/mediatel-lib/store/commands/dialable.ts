/**
 * A phone number in the wire's form: 1 to 32 digits, `*` and `#`, with an optional leading `+`.
 *
 * Spaces, dots, slashes, dashes and brackets are removed first.
 *
 * @returns `null` if the text holds anything else.
 */
export function dialable(phoneNumber: string): string | null {
  const bare = phoneNumber.replace(/[\s().\-\u2010-\u2015/]/g, '');
  return /^\+?[0-9*#]{1,32}$/.test(bare) ? bare : null;
}
