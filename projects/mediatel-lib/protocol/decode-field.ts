/** Why a value was refused. Decoders throw it internally and catch it themselves. */
export class Refusal {
  constructor(
    /** The path of the field; `''` for the whole value. */
    readonly path: string,
    /** Why it can't be read, for developers. */
    readonly reason: string,
  ) {}
}

/** Receives each field that can't be read. The reader then reads it as “nothing”, unless this throws. */
export interface Faults {
  /** Reports one field. */
  addField(path: string, reason: string): void;
}

/** Refuses the whole value if any field can't be read. */
export const refusing: Faults = {
  addField: (path, reason) => {
    throw new Refusal(path, reason);
  },
};

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'a list' : `of type ${typeof value}`);

/** Reads a text; a number becomes its digits. An absent value and `''` are `null`. */
export function text(value: unknown, path: string, faults: Faults): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  faults.addField(path, `should be a text, is ${kindOf(value)}`);
  return null;
}

/** Reads an id. `nothing` is the field's own value for none (documented: `-1`, for some `0`). */
export function id(value: unknown, nothing: string, path: string, faults: Faults): string | null {
  const found = text(value, path, faults);
  return found === nothing ? null : found;
}

/** Reads a finite number, also from a text. An absent value and `''` are `null`. */
export function numeric(value: unknown, path: string, faults: Faults): number | null {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') {
    const found = Number(value);
    if (value.trim() !== '' && Number.isFinite(found)) return found;
    faults.addField(path, 'should be a number, is a text of something else');
    return null;
  }
  faults.addField(path, `should be a number, is ${kindOf(value)}`);
  return null;
}

/** Reads a boolean: `0`/`1`, `"0"`/`"1"`, `true`/`false`. An absent value and `''` are `null`. */
export function flag(value: unknown, path: string, faults: Faults): boolean | null {
  switch (value) {
    case true:
    case 1:
    case '1':
    case 'true':
      return true;
    case false:
    case 0:
    case '0':
    case 'false':
      return false;
    case undefined:
    case null:
    case '':
      return null;
    default:
      faults.addField(path, `should be 0 or 1, is ${typeof value === 'string' ? 'another text' : kindOf(value)}`);
      return null;
  }
}

const noEntries: readonly never[] = [];

/** Reads a list. An absent value and `''` are empty. */
export function list(value: unknown, path: string, faults: Faults): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value !== undefined && value !== null && value !== '')
    faults.addField(path, `should be a list, is ${kindOf(value)}`);
  return noEntries;
}

/** Whether the value is an object and no list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The reason for a value that should be an object. */
export const noRecord = (value: unknown): string =>
  `should be an object, is ${value === null ? 'null' : kindOf(value)}`;

/** Reads an object that is no list. Throws `Refusal` otherwise, since nothing can be read without it. */
export function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  throw new Refusal(path, noRecord(value));
}
