/** A place in a checked value: names of fields and places in lists, from the root. */
export type Path = readonly (string | number)[];

/** What is wrong with a scenario file, and where. */
export interface ScenarioProblem {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** The field, such as `calls[0].turns[2].next[0].go`; empty for the whole file. */
  readonly path: string;
  /** One plain sentence. */
  readonly message: string;
}

/** The most problems of a file that are named: more help nobody. */
export const mostProblems = 50;

/** A problem before its line and column are known. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
  /** Whether the field's name is meant, not its value. */
  readonly ofName?: boolean;
}

/** A path as it is written: `calls[0].turns[2].id`. */
export function writtenPath(path: Path): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at > 0 ? '.' : ''}${step}`)).join('');
}
