/** A microphone at this level (0 to 1) works. */
const audible = 0.15;

/**
 * Whether the microphone was ever heard, after a look at its level (0 to 1; `null`: the browser measures none). `null`:
 * not known.
 */
export function nextMicrophoneHeard(before: boolean | null, level: number | null): boolean | null {
  if (level === null) return before === false ? null : before;
  return level >= audible ? true : (before ?? false);
}
