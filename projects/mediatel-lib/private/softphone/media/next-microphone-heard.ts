/** A microphone at this level (0 to 1) works. */
const audible = 0.15;

/** Whether the microphone was heard, after one more level (0 to 1); `null` for both: nothing is measured. */
export function nextMicrophoneHeard(heard: boolean | null, level: number | null): boolean | null {
  if (level === null) return heard === false ? null : heard;
  return level >= audible || (heard ?? false);
}
