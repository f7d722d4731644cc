import type { LocalisedText } from '../language';
import type { Scenario } from '../scenario';
import type { Fault, Path } from './scenario-problem';

/** Texts that lack one of the scenario's languages. */
export function textFaults({ languages, title, about, calls }: Scenario): Fault[] {
  const faults: Fault[] = [];
  const check = (text: LocalisedText | undefined, path: Path): void => {
    if (text === undefined || typeof text === 'string') return;
    const missing = languages.filter((language) => text[language] === undefined);
    if (missing.length > 0) faults.push({ path, message: `the text lacks ${missing.join(', ')}` });
  };
  check(title, ['title']);
  check(about, ['about']);
  for (const [at, { customer, turns, expect }] of calls.entries()) {
    check(customer.name, ['calls', at, 'customer', 'name']);
    check(customer.about, ['calls', at, 'customer', 'about']);
    for (const [place, { say }] of turns.entries()) check(say, ['calls', at, 'turns', place, 'say']);
    for (const [place, { text }] of expect.entries()) check(text, ['calls', at, 'expect', place, 'text']);
  }
  return faults;
}
