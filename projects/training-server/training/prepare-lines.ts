import { type ScenarioCall, type Temper, type TrainingLanguage, type Turn, textIn } from '../../training-kit';
import type { Speak } from './speak';

interface Speaking {
  readonly language: TrainingLanguage;
  readonly speak: Speak;
}

/**
 * Makes lines of turns before they are wanted. If one fails, it fails again when it is wanted.
 *
 * @param temperIn The customer's temper in a turn that changes it to `changed`, or leaves it.
 */
export function prepareLines(
  { turns, customer }: ScenarioCall,
  ids: readonly (string | undefined)[],
  { language, speak }: Speaking,
  temperIn: (changed: Temper | undefined) => Temper,
): void {
  for (const { id, say, do: actions = [] } of turns) {
    if (say === undefined || !ids.includes(id)) continue;
    const temper = temperIn(actions.findLast((action) => 'temper' in action)?.temper);
    speak(textIn(say, language), { language, temper, pitch: customer.pitch }).catch(() => undefined);
  }
}

/** Makes the lines that a call may begin with. */
export function prepareOpening(call: ScenarioCall, speaking: Speaking): void {
  const [first] = call.turns;
  prepareLines(call, [first?.id, ...nextOf(first)], speaking, (changed) => changed ?? call.customer.temper);
}

/** The turns that may follow a turn. */
export const nextOf = (turn: Turn | undefined): string[] => (turn?.next ?? []).map(({ go }) => go);
