let last = 0;

/** An element's id that no other component on the page has. */
export function uniqueId(purpose: string): string {
  last += 1;
  return `mediatel-${purpose}-${last}`;
}
