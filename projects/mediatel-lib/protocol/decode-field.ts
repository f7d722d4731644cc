/** Why something was refused: thrown inside a decoder only, and caught by it. */
export class Refusal {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {}
}

/** Hears of every field that can't be read; the reader then takes the field for “nothing”, unless this throws. */
export interface Faults {
  note(path: string, reason: string): void;
}

/** No field may be unreadable. */
export const refusing: Faults = {
  note: (path, reason) => {
    throw new Refusal(path, reason);
  },
};

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'a list' : `of type ${typeof value}`);

/** A text; numbers are taken as their digits. Absent and `''` are `null`. */
export function text(value: unknown, path: string, faults: Faults): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  faults.note(path, `should be a text, is ${kindOf(value)}`);
  return null;
}

/** An id; `nothing` is the field's own value for none (documented: `-1`, for some `0`). */
export function id(value: unknown, nothing: string, path: string, faults: Faults): string | null {
  const found = text(value, path, faults);
  return found === nothing ? null : found;
}

/** A finite number, also written as a text. Absent and `''` are `null`. */
export function numeric(value: unknown, path: string, faults: Faults): number | null {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') {
    const found = Number(value);
    if (value.trim() !== '' && Number.isFinite(found)) return found;
    faults.note(path, 'should be a number, is a text of something else');
    return null;
  }
  faults.note(path, `should be a number, is ${kindOf(value)}`);
  return null;
}

/** A switch: `0`/`1`, `"0"`/`"1"`, `true`/`false`. Absent and `''` are `null`. */
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
      faults.note(path, `should be 0 or 1, is ${typeof value === 'string' ? 'another text' : kindOf(value)}`);
      return null;
  }
}

const noEntries: readonly never[] = [];

/** A list; absent and `''` are empty. */
export function list(value: unknown, path: string, faults: Faults): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value !== undefined && value !== null && value !== '') faults.note(path, `should be a list, is ${kindOf(value)}`);
  return noEntries;
}

/** Whether it is an object that is no list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is said of something that should be an object. */
export const noRecord = (value: unknown): string =>
  `should be an object, is ${value === null ? 'null' : kindOf(value)}`;

/** An object that is no list; without it nothing can be read. */
export function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  throw new Refusal(path, noRecord(value));
}
