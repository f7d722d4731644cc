/** Embeddings, overrides and isolates: one of them without its end turns round what stands after it on the line. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

/** A name as it may stand in a line of others' text: without characters that turn the line round, or are none to read. */
export const plainName = (text: string): string =>
  // Written here: at the top of a file it becomes a call, and the whole protocol a part of a host's first page.
  text.replace(turning, '').replace(/\p{Cc}/gu, ' ');

/** The same for words of several lines. */
export const plainWords = (text: string): string =>
  text
    .split('\n')
    .map((line) => plainName(line))
    .join('\n');
