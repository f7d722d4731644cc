import type { Expectation } from '../scenario/expectation';
import { answer, clerical, code, endedBy, note, reaches, repair } from './event-rules';
import type { Found, Measure } from './measure';
import type { MeasuredCall } from './measured-call';
import { type Finding, type ScoreRule, scoreRules } from './score-sheet';
import { bothTalk, deadAir, greeting, hold, talkShare, thankAfterHold } from './speech-rules';

/** The points of an expectation that names none. */
const usualPoints = 10;

type Wanted<Rule extends ScoreRule> = Required<Expectation>[Rule];
type Rules = { readonly [Rule in ScoreRule]: (call: MeasuredCall, wanted: Wanted<Rule>) => readonly Measure[] };

const rules: Rules = {
  ...{ answer, greeting, deadAir, talkShare, bothTalk, hold, thankAfterHold },
  ...{ endedBy, clerical, code, note, repair, reaches },
};

/** What the line says is wanted. */
function wantedOf(expectation: Expectation, rule: ScoreRule): number | string {
  const { talkShare: share, code: codes, repair: mend } = expectation;
  if (rule === 'talkShare' && share) return `${share.from}–${share.to}`;
  if (rule === 'code' && codes) return codes.join(' / ');
  if (rule === 'repair' && mend) return mend.within;
  if (rule === 'note') return 'saved';
  const wanted = expectation[rule];
  return typeof wanted === 'number' || typeof wanted === 'string' ? wanted : '';
}

/** The lines of one expectation. The first has its points; further moments of the same rule have none. */
export function scoreExpectation(expectation: Expectation, call: MeasuredCall | null): readonly Finding[] {
  const rule = scoreRules.find((each) => expectation[each] !== undefined);
  if (!rule) return [];
  const { text, points = usualPoints, repair: wantedRepair } = expectation;
  const facts = {
    rule,
    traceId: call?.traceId ?? null,
    wanted: wantedOf(expectation, rule),
    ...(wantedRepair && { repair: wantedRepair.action }),
    ...(text !== undefined && { text }),
  };
  return measure(rule, expectation, call).map((found, place): Finding => {
    const of = place === 0 ? points : 0;
    if ('reason' in found) {
      const nothing = { atMs: null, untilMs: null, measured: null, points: 0 };
      return { ...facts, ...nothing, verdict: 'unmeasured', of, reason: found.reason };
    }
    const { isMet, measured, at } = found;
    const verdict = isMet ? 'met' : 'missed';
    return { ...facts, ...placeOf(at, call), verdict, measured, points: isMet ? of : 0, of };
  });
}

function measure<Rule extends ScoreRule>(
  rule: Rule,
  expectation: Expectation,
  call: MeasuredCall | null,
): readonly Measure[] {
  if (!call) return [{ reason: 'noCall' }];
  if (call.events.length === 0) return [{ reason: 'noEvents' }];
  const wanted = expectation[rule];
  // The rule was found by its field.
  return wanted === undefined ? [] : rules[rule](call, wanted as Wanted<Rule>);
}

/** Where to listen: only what lies in the recording. */
function placeOf(at: Found['at'], call: MeasuredCall | null) {
  const nowhere = { atMs: null, untilMs: null };
  if (!at || !call?.heard || at.fromMs > call.heard.durationMs || at.toMs < 0) return nowhere;
  const within = (ms: number) => Math.round(Math.min(Math.max(ms, 0), call.heard?.durationMs ?? 0));
  return { atMs: within(at.fromMs), untilMs: at.toMs === at.fromMs ? null : within(at.toMs) };
}
