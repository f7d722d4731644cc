import { type Found, type Measure, moment, seconds, shareErrorPercent, speechErrorMs, unmeasured } from './measure';
import { type MeasuredCall, allOf, firstOf, holdsOf, talkOf } from './measured-call';
import type { HeardRecording, Span } from './score-sheet';
import { common, lengthOf, longest, outside, totalMs } from './span';

type Measures = readonly Measure[];

/** Measures in a call whose recording is there and in which both heard each other. */
function inTalk(call: MeasuredCall, measure: (heard: HeardRecording, talk: Span) => Measures): Measures {
  const talk = talkOf(call);
  if (!talk) return unmeasured('notAnswered');
  return call.heard ? measure(call.heard, talk) : unmeasured('noRecording');
}

/** When the operator speaks first, from a moment on; `null`: never. */
function speaksFrom(speech: readonly Span[], fromMs: number): number | null {
  // Speech that begins with the moment may be heard a little before it.
  const next = speech.find(({ toMs }) => toMs > fromMs + speechErrorMs);
  return next ? Math.max(fromMs, next.fromMs) : null;
}

/** Whether and when the operator speaks between `fromMs` and `toMs`, within `wanted` seconds. */
function speaksWithin(heard: HeardRecording, { fromMs, toMs }: Span, wanted: number): Measure {
  const at = speaksFrom(heard.operatorSpeech, fromMs);
  if (at !== null && at < toMs) {
    const isMet = at - fromMs <= wanted * 1000 + speechErrorMs;
    return { isMet, measured: seconds(at - fromMs), at: { fromMs, toMs: at } };
  }
  if (toMs - fromMs <= wanted * 1000 + speechErrorMs) return { reason: 'tooShort' };
  return { isMet: false, measured: null, at: { fromMs, toMs } };
}

/** The time from which both hear each other to the operator's first word. */
export const greeting = (call: MeasuredCall, wanted: number): Measures =>
  inTalk(call, (heard, talk) => [speaksWithin(heard, talk, wanted)]);

/** Time in which nobody speaks, not on hold. Every silence that is too long is a finding, the longest first. */
export const deadAir = (call: MeasuredCall, wanted: number): Measures =>
  inTalk(call, (heard, talk) =>
    overLimit(outside(talk, [...heard.operatorSpeech, ...heard.customerSpeech, ...holdsOf(call)]), wanted),
  );

/** Time in which both speak at once, not on hold. */
export const bothTalk = (call: MeasuredCall, wanted: number): Measures =>
  inTalk(call, (heard, talk) =>
    overLimit(common(speechIn(call, talk, heard.operatorSpeech), speechIn(call, talk, heard.customerSpeech)), wanted),
  );

/** The operator's share of all speech, in percent. What the customer says on hold does not count: nobody hears it. */
export const talkShare = (call: MeasuredCall, wanted: { readonly from: number; readonly to: number }): Measures =>
  inTalk(call, (heard, talk) => {
    const operator = totalMs(speechIn(call, talk, heard.operatorSpeech));
    const customer = totalMs(speechIn(call, talk, heard.customerSpeech));
    if (operator + customer === 0) return unmeasured('nobodySpoke');
    const share = (operator / (operator + customer)) * 100;
    const isMet = share >= wanted.from - shareErrorPercent && share <= wanted.to + shareErrorPercent;
    return [{ isMet, measured: Math.round(share), at: null }];
  });

/** The time from taking the customer off hold to the operator's next word; each hold is a finding, the slowest first. */
export function thankAfterHold(call: MeasuredCall, wanted: number): Measures {
  return inTalk(call, (heard, talk) => {
    const measures = allOf(call, 'resumed').map(({ atMs }) => {
      const again = firstOf(call, 'held', atMs)?.atMs ?? talk.toMs;
      return speaksWithin(heard, { fromMs: atMs, toMs: Math.max(atMs, again) }, wanted);
    });
    return measures.length === 0 ? unmeasured('noHold') : worstFirst(measures);
  });
}

function speechIn(call: MeasuredCall, talk: Span, speech: readonly Span[]): Span[] {
  return common(speech, outside(talk, holdsOf(call)));
}

/** The spans that are longer than wanted, the longest first; if there is none, the longest. */
function overLimit(spans: readonly Span[], wanted: number): Measures {
  const isOver = (span: Span) => lengthOf(span) > wanted * 1000 + speechErrorMs;
  const over = spans.filter(isOver).sort((a, b) => lengthOf(b) - lengthOf(a));
  if (over.length > 0) return over.map((at) => ({ isMet: false, measured: seconds(lengthOf(at)), at }));
  const most = longest(spans);
  return [{ isMet: true, measured: most ? seconds(lengthOf(most)) : 0, at: most ?? null }];
}

/** Missed ones, then the slowest that is met, which stands for all that are met. Unmeasured ones only if all are. */
function worstFirst(measures: readonly Measure[]): Measures {
  const known = measures.filter((measure): measure is Found => !('reason' in measure));
  const late = ({ measured }: Found) => (typeof measured === 'number' ? measured : Infinity);
  const slowest = [...known].sort((a, b) => late(b) - late(a));
  const missed = slowest.filter(({ isMet }) => !isMet);
  if (missed.length > 0) return missed;
  return known.length > 0 ? slowest.slice(0, 1) : measures.slice(0, 1);
}

/** Every hold that is longer than promised is a finding, the longest first. Its times come from the server's events. */
export function hold(call: MeasuredCall, wanted: number): Measures {
  const holds = holdsOf(call);
  if (holds.length === 0) return unmeasured(talkOf(call) ? 'noHold' : 'notAnswered');
  const over = holds.filter((span) => lengthOf(span) > wanted * 1000).sort((a, b) => lengthOf(b) - lengthOf(a));
  const most = longest(holds) ?? moment(0);
  const shown = over.length > 0 ? over : [most];
  return shown.map((at) => ({ isMet: over.length === 0, measured: seconds(lengthOf(at)), at }));
}
