const extension = '.mediatel-flight.json';

/** The file's name, of characters every file system takes: who, and when by the wall clock. No number in it. */
export function flightName(user: string, when: Date): string {
  const time = when.toISOString().slice(0, 19).replaceAll(':', '-');
  return `${user.replace(/[^\p{L}\p{N}_-]+/gu, '-')}-${time}${extension}`;
}

/** Hands the text to the browser as a download. */
export function downloadFlight(document: Document, text: string, user: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = flightName(user, new Date());
  link.click();
  // Not at once: the browser may not have begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
