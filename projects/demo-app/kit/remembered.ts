import { storedText } from 'mediatel-lib/ports';

/** Reads a value from this browser's storage; `null` if there is none, or if the browser has no storage (a private window). */
export const recall = (key: string): string | null => storedText({ key }).read(null);

/** Stores a value, if the browser allows it. Stored values are a convenience and never necessary. */
export function remember(key: string, value: string): void {
  storedText({ key }).write(value);
}
