import { z } from 'zod';
import { isDeeperThan } from '../nest-depth';
import { ApiRefusal } from './api-refusal';

/** Levels of lists and objects: the code that stores and sends fields is recursive. */
const deepest = 16;

/** Reads a body by its form. Unknown fields are kept. Throws an `ApiRefusal` that names the field. */
export function readFields<T>(form: z.ZodType<T>, body: unknown): T {
  if (isDeeperThan(deepest, body)) throw ApiRefusal.invalid(`A field may be ${deepest} levels deep`);
  const read = form.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw ApiRefusal.invalid(`${issue?.path.join('.') || 'The body'}: ${issue?.message ?? 'is not right'}`);
}

/** Reads the id of an address. Throws an `ApiRefusal`. */
export function readId(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw ApiRefusal.invalid('The ID must be a whole number above 0');
  return Number(text);
}

/** Whether two names are the same for the database: it ignores the case of Latin letters. */
export const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** A text of at most so many characters. */
export const text = (most: number) => z.string().max(most);

/** A whole number of 32 bits. */
export const whole = z
  .int()
  .min(-(2 ** 31))
  .max(2 ** 31 - 1);
