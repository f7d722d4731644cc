import { z } from 'zod';
import { action } from '../scenario/turn';

/** The longest line that a trainer types, in characters. It takes about 20 s to speak. */
export const longestTypedLine = 300;

/** What a trainer lets happen now: an action as in a turn, or a line that the customer speaks after the present one. */
export const pushedAction = z.union([
  action,
  z.strictObject({ say: z.string().trim().min(1).max(longestTypedLine).describe('The customer speaks this now.') }),
]);
export type PushedAction = z.infer<typeof pushedAction>;
