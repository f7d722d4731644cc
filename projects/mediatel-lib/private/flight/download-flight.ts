const extension = '.mediatel-flight.json';

/**
 * The file's name: the login and the wall clock's time, in characters that every file system accepts. It contains no
 * phone number.
 */
export function flightName(user: string, when: Date): string {
  const time = when.toISOString().slice(0, 19).replaceAll(':', '-');
  return `${user.replace(/[^\p{L}\p{N}_-]+/gu, '-')}-${time}${extension}`;
}

/** Offers the text as a download. */
export function downloadFlight(document: Document, text: string, user: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = flightName(user, new Date());
  link.click();
  // Delayed: the browser may not have begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
