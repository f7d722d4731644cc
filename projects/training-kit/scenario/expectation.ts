import { z } from './schema-maker';
import { localisedText } from './language';

const seconds = z.number().positive().max(600);
const codes = z.array(z.string().min(1).max(80)).min(1).max(20);

/** What the trainee should do, and by when. Exactly one rule, with an own text and weight if wanted. Times: seconds. */
export const expectation = z
  .strictObject({
    /** The operator speaks within so long after both hear each other. */
    greeting: seconds,
    /** A call that rings is answered within so long. */
    answer: seconds,
    /** The longest time in which nobody speaks; not on hold. */
    deadAir: seconds,
    /** The share of the operator in all speech, in percent. */
    talkShare: z.strictObject({ from: z.number().min(0).max(100), to: z.number().min(0).max(100) }),
    /** The longest time in which both speak at once. */
    bothTalk: seconds,
    /** The longest hold, as promised to the customer. */
    hold: seconds,
    /** The operator speaks within so long after taking the customer off hold. */
    thankAfterHold: seconds,
    endedBy: z.enum(['operator', 'customer']),
    /** After-call work takes at most so long. */
    clerical: seconds,
    /** One of these call codes is saved: ids, or beginnings of names. */
    code: codes,
    /** A note is written. */
    note: z.literal(true),
    /** A repair that the desk offers is used within so long after the fault. */
    repair: z.strictObject({ action: z.enum(['restartAgent', 'endPause', 'reconnect']), within: seconds }),
    /** This turn is reached. */
    reaches: z.string(),
    text: localisedText,
    points: z.number().int().min(0).max(100),
  })
  .partial()
  .refine((rule) => Object.keys(rule).filter((key) => key !== 'text' && key !== 'points').length === 1, {
    message: 'exactly one rule, such as "greeting: 3"',
  });
export type Expectation = z.infer<typeof expectation>;
