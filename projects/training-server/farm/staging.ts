/** A snapshot as a trainer wants it to look: what this server never says itself, some Mediatel server may. */
export interface Staging {
  /** Fields by their names on the wire, known or not, with what they are to hold. */
  readonly overrides: Readonly<Record<string, unknown>>;
  /** Fields left out: the wire may leave out any. */
  readonly without: readonly string[];
}
