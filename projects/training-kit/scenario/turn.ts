import { z } from './schema-maker';
import { condition } from './condition';
import { localisedText } from './language';

/** A turn's name within its call. */
const turnId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'a name of small letters, digits and hyphens, such as "greeting"');

const percent = z.number().min(0).max(100);
const milliseconds = z.number().int().min(0).max(5000);

/** How the customer feels. It changes rate, pitch and loudness of what is said. */
export const temper = z.enum(['calm', 'anxious', 'irritated', 'angry']);
export type Temper = z.infer<typeof temper>;

/**
 * What happens when a turn begins. Exactly one field.
 *
 * `hangUp`: the customer ends the call after the line. `line`: the operator's line is bad; zeros restore it. `audio`: the
 * customer's sound is gone, or back. `cut`: the operator's sockets are down for so long. `stuck`: Mediatel's agent answers
 * no request until it is restarted. `secondCall`: a second INVITE rings during the call, so many seconds long.
 */
export const action = z.union([
  z.strictObject({ hangUp: z.literal(true).describe('The customer ends the call after the line.') }),
  z.strictObject({
    line: z
      .strictObject({
        lossPercent: percent.optional(),
        delayMs: milliseconds.optional(),
        jitterMs: milliseconds.optional(),
      })
      .describe('The operator’s line is bad; zeros restore it.'),
  }),
  z.strictObject({ audio: z.enum(['gone', 'back']).describe('The customer’s sound is gone, or back.') }),
  z.strictObject({
    cut: z
      .strictObject({ link: z.enum(['mediatel', 'sip', 'both']), seconds: z.number().positive().max(120) })
      .describe('The operator’s sockets are down so long (s).'),
  }),
  z.strictObject({ stuck: z.literal(true).describe('Mediatel’s agent answers no request until it is restarted.') }),
  z.strictObject({ secondCall: z.number().positive().max(60).describe('A second call rings so long (s).') }),
  z.strictObject({ temper }),
]);
export type TurnAction = z.infer<typeof action>;

/** One step of the customer. The first branch whose condition holds decides where the call goes on. */
export const turn = z.strictObject({
  id: turnId,
  say: localisedText.optional().describe('Spoken when the turn begins.'),
  do: z.array(action).max(8).optional().describe('What happens when the turn begins.'),
  next: z
    .array(z.strictObject({ when: condition, go: z.union([z.literal('end'), turnId]) }))
    .max(12)
    .optional()
    .describe('In the order in which they are tried. "go: end" ends the customer’s part: the call itself goes on.'),
});
export type Turn = z.infer<typeof turn>;
