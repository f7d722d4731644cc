/** Letters and digits that nobody mistakes for others when they are read out. */
const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const length = 14;

/** A new password: 14 letters and digits, about 80 bits. */
export function generatedPassword(): string {
  const most = 256 - (256 % letters.length);
  let password = '';
  while (password.length < length) {
    // Bytes above would make some letters more likely than others.
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      if (byte < most && password.length < length) password += letters[byte % letters.length];
    }
  }
  return password;
}
