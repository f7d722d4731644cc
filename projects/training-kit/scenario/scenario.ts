import { z } from './schema-maker';
import { expectation } from './expectation';
import { localisedText, trainingLanguages } from './language';
import { temper, turn } from './turn';

const phoneNumber = z.string().regex(/^\+?\d{3,20}$/, 'a telephone number: 3 to 20 digits, with + if wanted');

/** The customer of one call, also what the CRM's card shows of them. */
const customer = z.strictObject({
  number: phoneNumber,
  name: localisedText,
  about: localisedText.optional().describe('One line for the CRM’s card, such as “Loan, 43 days late, 4 200 UAH”.'),
  temper: temper.default('calm'),
  patienceSeconds: z
    .number()
    .min(2)
    .max(120)
    .default(8)
    .describe('How long the customer hears nothing before asking whether anybody is there (s); again after as long.'),
  pitch: z.number().int().min(0).max(99).default(50).describe('The voice: 0 low to 99 high.'),
});

/** One call of a scenario. */
const scenarioCall = z.strictObject({
  direction: z.enum(['outgoing', 'incoming', 'predictive']),
  queue: z.string().min(1).max(80).optional().describe('The name of a queue of the server, such as IN_Support.'),
  customer,
  dialled: z
    .enum(['answers', 'busy', 'neverAnswers'])
    .default('answers')
    .describe('Outgoing: how the customer’s phone reacts.'),
  comesAfterSeconds: z
    .number()
    .min(0)
    .max(600)
    .default(3)
    .describe('Time from the end of the call before, or from the start, until this one comes (s).'),
  missed: z
    .boolean()
    .default(false)
    .describe('Whether the operator’s phone lets it ring, so that Mediatel says Force Pause.'),
  turns: z.array(turn).max(60).default([]).describe('The first one begins when both hear each other.'),
  expect: z.array(expectation).max(30).default([]),
});
export type ScenarioCall = z.infer<typeof scenarioCall>;

/** A scenario file. One schema is the type, the check and the published JSON schema. */
export const scenarioSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/, 'a name of small letters, digits and hyphens, such as "first-call"'),
  version: z.literal(1),
  title: localisedText,
  about: localisedText.describe('What the trainee learns; one or two sentences.'),
  languages: z.array(z.enum(trainingLanguages)).min(1),
  limitSeconds: z.number().int().min(10).max(7200).default(900).describe('The longest time of one run (s).'),
  calls: z.array(scenarioCall).min(1).max(20),
});
export type Scenario = z.infer<typeof scenarioSchema>;
/** A scenario as a file may have it: without what has a default. */
export type ScenarioFile = z.input<typeof scenarioSchema>;
