let last = 0;

/** An element id that is unique on the page. */
export function uniqueId(purpose: string): string {
  last += 1;
  return `mediatel-${purpose}-${last}`;
}
