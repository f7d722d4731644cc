import { storedText } from 'mediatel-lib/ports';

/** Reads what this browser remembers; `null` where there is nothing, or where it may not remember (a private window). */
export const recall = (key: string): string | null => storedText({ key }).read(null);

/** Remembers, where the browser lets us; what is remembered here is a comfort, never needed. */
export function remember(key: string, value: string): void {
  storedText({ key }).write(value);
}
