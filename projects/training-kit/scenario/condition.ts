import { z } from 'zod';

const seconds = z.number().positive().max(600);

/**
 * What the customer waits for in a turn. Exactly one field.
 *
 * Times are seconds. `speech`: the operator spoke at least so long in this turn, and has fallen silent. `speaking`: the
 * operator speaks so long without a stop. `silence`: nobody has spoken for so long; not on hold. `held`: on hold for so
 * long. `resumed`: taken off hold. `muted`: the desk says muted for so long. `tone`: the operator sent this key. `said`:
 * the customer has finished the line. `after`: so long since the turn began. `codeChosen`: the call is over and one of
 * these call codes (ids, or the beginning of a name) was saved; `any` is every code.
 */
export const condition = z.union([
  z.strictObject({ speech: seconds }),
  z.strictObject({ speaking: seconds }),
  z.strictObject({ silence: seconds }),
  z.strictObject({ held: seconds }),
  z.strictObject({ resumed: z.literal(true) }),
  z.strictObject({ muted: seconds }),
  z.strictObject({ tone: z.string().regex(/^[0-9*#]$/) }),
  z.strictObject({ said: z.literal(true) }),
  z.strictObject({ after: seconds }),
  z.strictObject({ codeChosen: z.union([z.literal('any'), z.array(z.string().min(1).max(80)).min(1).max(20)]) }),
]);
export type Condition = z.infer<typeof condition>;
