/** A name in the two parts in which a list shows it. */
export interface CodeAndWords {
  /** The server's own number of the entry; empty when the name has none. */
  readonly code: string;
  readonly words: string;
}

/** Splits a name that begins with the server's number: `10. Promise to pay` has the code `10`. */
export function codeAndWords(name: string): CodeAndWords {
  const [, code = '', words = name] = /^\s*(\d{1,6})[.)]\s+(\S.*)$/su.exec(name) ?? [];
  return { code, words };
}
