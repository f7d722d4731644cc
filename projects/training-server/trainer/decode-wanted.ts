import { z } from 'zod';
import { earModes, pushedAction, trainingLanguages } from '../../training-kit';

const id = z.string().min(1).max(100);
/** Characters. A browser's answer for one audio line has about 3,000. */
const longestSdp = 20_000;
const mostTrainees = 100;
const longestNote = 500;

const run = { run: id };

/** What a trainer's page may send, by the event. */
const wanted = {
  start: z.strictObject({
    scenario: id,
    trainees: z.array(id).min(1).max(mostTrainees),
    language: z.enum(trainingLanguages),
  }),
  stop: z.strictObject(run),
  pause: z.strictObject(run),
  resume: z.strictObject(run),
  push: z.strictObject({ ...run, action: pushedAction }),
  mark: z.strictObject({ ...run, note: z.string().trim().max(longestNote) }),
  openEar: z.strictObject({ trainee: id, mode: z.enum(earModes) }),
  answerEar: z.strictObject({ ear: id, answer: z.string().min(1).max(longestSdp) }),
  closeEar: z.strictObject({ ear: id }),
} as const;

export type WantedName = keyof typeof wanted;
export type Wanted<Name extends WantedName> = z.infer<(typeof wanted)[Name]>;
export const wantedNames = Object.keys(wanted) as readonly WantedName[];

/** Reads what a page sent; `null` if it has another form. */
export function decodeWanted<Name extends WantedName>(name: Name, value: unknown): Wanted<Name> | null {
  const read = wanted[name].safeParse(value);
  return read.success ? (read.data as Wanted<Name>) : null;
}
