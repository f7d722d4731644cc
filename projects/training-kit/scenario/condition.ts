import { z } from './schema-maker';

const seconds = z.number().positive().max(600);

/**
 * What the customer waits for in a turn. Exactly one field.
 *
 * Times are seconds. Each is counted within the turn: what happened before the turn began does not count.
 *
 * - `speech`: the operator spoke at least so long in this turn, all parts together, and has fallen silent. The customer
 *   speaks the line to its end before.
 * - `speaking`: the operator speaks so long without a stop, also into the customer's line.
 * - `silence`: nobody has spoken for so long; not on hold.
 * - `held`: on hold for so long. `resumed`: taken off hold.
 * - `muted`: the desk says muted for so long.
 * - `tone`: the operator sent this key.
 * - `said`: the customer has finished the line.
 * - `after`: so long since the turn began.
 * - `codeChosen`: the call is over and one of these call codes (ids, or the beginning of a name) was saved; `any` is
 *   every code.
 */
export const condition = z.union([
  z.strictObject({
    speech: seconds.describe('The operator spoke at least so long in this turn, and has fallen silent (s).'),
  }),
  z.strictObject({ speaking: seconds.describe('The operator speaks so long without a stop (s).') }),
  z.strictObject({ silence: seconds.describe('Nobody has spoken for so long (s); not on hold.') }),
  z.strictObject({ held: seconds.describe('On hold for so long (s).') }),
  z.strictObject({ resumed: z.literal(true).describe('Taken off hold.') }),
  z.strictObject({ muted: seconds.describe('The desk says muted for so long (s).') }),
  z.strictObject({
    tone: z
      .string()
      .regex(/^[0-9*#]$/, 'one key of a phone in quotes, such as "1"')
      .describe('The operator sent this key.'),
  }),
  z.strictObject({ said: z.literal(true).describe('The customer has finished the line.') }),
  z.strictObject({ after: seconds.describe('So long since the turn began (s).') }),
  z.strictObject({
    codeChosen: z
      .union([z.literal('any'), z.array(z.string().min(1).max(80)).min(1).max(20)])
      .describe('The call is over and one of these codes was saved: ids, or beginnings of names.'),
  }),
]);
export type Condition = z.infer<typeof condition>;

/** Whether a saved call code is the one that a scenario names: by its id, or by the beginning of its name. */
export function isCode(wanted: string, code: { readonly id: string; readonly name: string }): boolean {
  return code.id === wanted || code.name.startsWith(wanted);
}
