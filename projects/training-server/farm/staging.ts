/** A snapshot made up by a trainer: some Mediatel server may send what this one never does. */
export interface Staging {
  /** Values by the fields' names on the wire, known or not. */
  readonly overrides: Readonly<Record<string, unknown>>;
  /** Fields to leave out: the wire may leave out any. */
  readonly without: readonly string[];
}
