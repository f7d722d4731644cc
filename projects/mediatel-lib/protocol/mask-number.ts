/** Masks a phone number except its last two digits (`•••67`). */
export function maskNumber(number: string | null): string | null {
  return number === null ? null : `•••${number.slice(-2)}`;
}
