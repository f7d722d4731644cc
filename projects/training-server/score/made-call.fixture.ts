import type { Expectation, Span, TimelineEvent } from '../../training-kit';
import { seededRandom } from '../../server-kit';
import { MadeRecording } from './made-recording.fixture';
import { type Random, breath, click, hum, keyTone, noise, voice } from './made-sound.fixture';

/** The noise of both lines. Levels: dB below full scale; speech has -22 to -28. */
export interface LineNoise {
  readonly kind: 'none' | 'white' | 'office';
  readonly db: number;
}

/** What a made call has wrong. Times: seconds. */
export interface Wrong {
  readonly greeting?: number;
  readonly silence?: number;
  readonly overlap?: number;
  readonly thanks?: number;
}

/** A made call, and what is true of it. Times: seconds; the talk share: percent. */
export interface MadeCall {
  readonly recording: MadeRecording;
  readonly events: readonly TimelineEvent[];
  readonly truth: {
    readonly greeting: number;
    readonly silence: number;
    readonly overlap: number;
    readonly thanks: number;
    readonly share: number;
  };
}

/** What a clean call keeps to. */
export const kept: readonly Expectation[] = [
  { greeting: 3 },
  { deadAir: 5 },
  { bothTalk: 1.5 },
  { hold: 12 },
  { thankAfterHold: 3 },
  { talkShare: { from: 25, to: 80 } },
  { endedBy: 'operator' },
];

type Side = 'operator' | 'customer';

/**
 * A call of about half a minute: greeting, turns with pauses of 0.6 to 4 s, now and then both at once for 0.8 s at most,
 * a hold with a customer who hums to themselves, thanks, a few turns, the end. With noise, breath, clicks and key tones.
 */
export function madeCall(seed: number, line: LineNoise, wrong: Wrong = {}): MadeCall {
  const random = seededRandom(seed);
  const between = (from: number, to: number) => from + random() * (to - from);
  const spoken: Record<Side, Span[]> = { operator: [], customer: [] };
  const sounds: [Side, number, Float32Array][] = [];
  const pitch: Record<Side, number> = { operator: between(90, 230), customer: between(90, 230) };
  const say = (side: Side, atMs: number, lengthMs: number, counts = true): number => {
    sounds.push([side, atMs, voice(lengthMs, -between(22, 28), random, pitch[side])]);
    if (random() < 0.4) sounds.push([side, atMs - 550, breath(350, -42, random)]);
    if (counts) spoken[side].push({ fromMs: atMs, toMs: atMs + lengthMs });
    return atMs + lengthMs;
  };

  const answered = Math.round(between(200, 1500));
  const greeting = (wrong.greeting ?? between(0.2, 2.7)) * 1000;
  let at = say('operator', answered + greeting, between(1200, 3000));
  at = turns(random, at, 2 + Math.floor(random() * 3), say);
  // A silence and an overlap of known length, the longest of the call.
  const silence = (wrong.silence ?? between(4.1, 4.9)) * 1000;
  sounds.push(['customer', at + silence * 0.4, random() < 0.5 ? click(-14, random) : keyTone(120, -12)]);
  sounds.push(['operator', at + silence * 0.6, click(-10, random)]);
  at = say('customer', at + silence, between(3000, 4500));
  const overlap = (wrong.overlap ?? between(0.9, 1.4)) * 1000;
  at = say('operator', at - overlap, overlap + between(900, 2000));

  const held = Math.round(at + between(300, 900));
  const resumed = Math.round(held + between(4000, 10_000));
  say('customer', held + 800, between(400, 2000), false);
  const thanks = (wrong.thanks ?? between(0.2, 2.7)) * 1000;
  at = say('operator', resumed + thanks, between(700, 1600));
  at = turns(random, at, 2, say);
  const ended = Math.round(at + between(300, 1500));

  const recording = new MadeRecording(ended + 400);
  if (line.kind !== 'none') {
    const hiss = line.kind === 'white' ? noise : hum;
    for (const side of ['operator', 'customer'] as const) recording.add(side, 0, hiss(ended + 400, line.db, random));
  }
  for (const [side, from, sound] of sounds) recording.add(side, from, sound);
  // As `CallAudio` records it: on hold the operator's side is silent.
  recording.silence('operator', { fromMs: held, toMs: resumed });
  const total = (spans: readonly Span[]) => spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const [operator, customer] = [total(spoken.operator), total(spoken.customer)];
  return {
    recording,
    events: [
      { atMs: 0, type: 'ringing' },
      { atMs: answered, type: 'answered' },
      { atMs: held, type: 'held' },
      { atMs: resumed, type: 'resumed' },
      { atMs: ended, type: 'ended', by: 'operator' },
    ],
    truth: {
      greeting: greeting / 1000,
      silence: silence / 1000,
      overlap: overlap / 1000,
      thanks: thanks / 1000,
      share: (operator / (operator + customer)) * 100,
    },
  };
}

/** The sides by turns, the customer first; a pause before each. */
function turns(
  random: Random,
  from: number,
  count: number,
  say: (side: Side, atMs: number, lengthMs: number) => number,
): number {
  let at = from;
  for (let turn = 0; turn < count; turn++) {
    at = say(turn % 2 === 0 ? 'customer' : 'operator', at + 600 + random() * 3000, 400 + random() * 2600);
  }
  return at;
}
