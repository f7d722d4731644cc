/** Embeddings, overrides and isolates. Without its end mark, one of them reverses the text that follows on the line. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

/** Makes a name safe inside a line of other text: without control characters and characters that reverse the line. */
export const plainName = (text: string): string =>
  // The expression is written here: at the top level it would be a call, and a host's first page would load the whole
  // protocol.
  text.replace(turning, '').replace(/\p{Cc}/gu, ' ');

/** The same for text of several lines. */
export const plainWords = (text: string): string =>
  text
    .split('\n')
    .map((line) => plainName(line))
    .join('\n');
