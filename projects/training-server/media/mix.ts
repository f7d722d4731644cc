/** Adds a sound to another one, sample by sample. What is too loud is clipped. */
export function mixInto(target: Int16Array, sound: Int16Array): void {
  for (let index = 0; index < target.length; index++) {
    const sum = target[index]! + sound[index]!;
    target[index] = sum > 32767 ? 32767 : sum < -32768 ? -32768 : sum;
  }
}
