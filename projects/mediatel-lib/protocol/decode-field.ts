/** Why a snapshot was refused: thrown inside the decoder only, and caught by it. */
export class Refusal {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {}
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'a list' : `of type ${typeof value}`);

/** A text; numbers are taken as their digits. Absent and `''` are `null`. */
export function text(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  throw new Refusal(path, `should be a text, is ${kindOf(value)}`);
}

/** An id; `nothing` is the field's own value for none (documented: `-1`, for some `0`). */
export function id(value: unknown, nothing: string, path: string): string | null {
  const found = text(value, path);
  return found === nothing ? null : found;
}

/** A finite number, also written as a text. Absent and `''` are `null`. */
export function numeric(value: unknown, path: string): number | null {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') {
    const found = Number(value);
    if (value.trim() !== '' && Number.isFinite(found)) return found;
    throw new Refusal(path, 'should be a number, is a text of something else');
  }
  throw new Refusal(path, `should be a number, is ${kindOf(value)}`);
}

/** A switch: `0`/`1`, `"0"`/`"1"`, `true`/`false`. Absent and `''` are `null`. */
export function flag(value: unknown, path: string): boolean | null {
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
      throw new Refusal(path, `should be 0 or 1, is ${typeof value === 'string' ? 'another text' : kindOf(value)}`);
  }
}

/** A list; absent is empty. */
export function list(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === undefined || value === null) return [];
  throw new Refusal(path, `should be a list, is ${kindOf(value)}`);
}

/** An object that is no list. */
export function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Refusal(path, `should be an object, is ${value === null ? 'null' : kindOf(value)}`);
}
