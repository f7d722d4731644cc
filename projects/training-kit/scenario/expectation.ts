import { z } from './schema-maker';
import { localisedText } from './language';

const seconds = z.number().positive().max(600);
const codes = z.array(z.string().min(1).max(80)).min(1).max(20);

const rules = {
  greeting: seconds.describe('The operator speaks within so long after both hear each other.'),
  answer: seconds.describe('A call that rings is answered within so long.'),
  deadAir: seconds.describe('The longest time in which nobody speaks; not on hold.'),
  talkShare: z
    .strictObject({ from: z.number().min(0).max(100), to: z.number().min(0).max(100) })
    .describe('The share of the operator in all speech, in percent.'),
  bothTalk: seconds.describe('The longest time in which both speak at once.'),
  hold: seconds.describe('The longest hold, as promised to the customer.'),
  thankAfterHold: seconds.describe('The operator speaks within so long after taking the customer off hold.'),
  endedBy: z.enum(['operator', 'customer']).describe('Who ends the call.'),
  clerical: seconds.describe('After-call work takes at most so long.'),
  code: codes.describe('One of these call codes is saved: ids, or beginnings of names.'),
  note: z.literal(true).describe('A note is written.'),
  repair: z
    .strictObject({ action: z.enum(['restartAgent', 'endPause', 'reconnect']), within: seconds })
    .describe('A repair that the desk offers is used within so long after the fault.'),
  reaches: z.string().describe('This turn is reached.'),
};
const names = Object.keys(rules);

/** What the trainee should do, and by when. Exactly one rule, with an own text and weight if wanted. Times: seconds. */
export const expectation = z
  .strictObject({ ...rules, text: localisedText, points: z.number().int().min(0).max(100) })
  .partial()
  .refine((rule) => Object.keys(rule).filter((key) => names.includes(key)).length === 1, {
    message: 'exactly one rule, such as "greeting: 3"',
  })
  .meta({ oneOf: names.map((name) => ({ required: [name] })) });
export type Expectation = z.infer<typeof expectation>;
