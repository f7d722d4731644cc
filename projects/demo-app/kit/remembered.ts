/** Reads what this browser remembers; `null` where there is nothing, or where it may not remember (a private window). */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage may be switched off altogether, which the browser reports by throwing.
    return null;
  }
}

/** Remembers, where the browser lets us; what is remembered here is a comfort, never needed. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Switched off or full: the page works on without.
  }
}
