import type { Condition } from '../condition';

/** Conditions that come true by time alone, as soon as it has passed. */
const timed = ['speaking', 'silence', 'held', 'muted', 'after'] as const;
type Timed = (typeof timed)[number];

/** Branches whose condition can never hold first, because another one always does. */
export function neverBranches(conditions: readonly Condition[]): { readonly at: number; readonly message: string }[] {
  return conditions.flatMap((when, at) => {
    const by = conditions.findIndex((other, place) => place !== at && alwaysWins(other, when, place < at));
    if (by < 0) return [];
    const message = `"${written(when)}" never decides: "${written(conditions[by]!)}" (next[${by}]) always comes first`;
    return [{ at, message }];
  });
}

/** Whether `other` holds whenever `when` does, and is chosen then. */
function alwaysWins(other: Condition, when: Condition, isEarlier: boolean): boolean {
  const time = timedOf(when);
  const otherTime = timedOf(other);
  if (otherTime !== null && (otherTime.name === 'after' || otherTime.name === time?.name)) {
    // Whatever is counted in the turn takes at least its own time since the turn began.
    const takes = time?.seconds ?? ('speech' in when ? when.speech : null);
    if (takes !== null) return otherTime.seconds < takes || (isEarlier && otherTime.seconds === takes);
  }
  if (!isEarlier) return false;
  if ('speech' in other && 'speech' in when) return other.speech <= when.speech;
  if ('tone' in other && 'tone' in when) return other.tone === when.tone;
  if ('codeChosen' in other && 'codeChosen' in when) return coversCodes(other.codeChosen, when.codeChosen);
  return ('said' in other && 'said' in when) || ('resumed' in other && 'resumed' in when);
}

function timedOf(when: Condition): { readonly name: Timed; readonly seconds: number } | null {
  const fields: Partial<Record<string, unknown>> = when;
  const name = timed.find((each) => each in when);
  const seconds = name === undefined ? null : fields[name];
  return name === undefined || typeof seconds !== 'number' ? null : { name, seconds };
}

function coversCodes(codes: 'any' | readonly string[], others: 'any' | readonly string[]): boolean {
  if (codes === 'any') return true;
  return others !== 'any' && others.every((other) => codes.some((code) => other.startsWith(code)));
}

const written = (when: Condition): string =>
  Object.entries(when)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join();
