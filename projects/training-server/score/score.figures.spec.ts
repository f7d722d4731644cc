import { readFileSync, readdirSync } from 'node:fs';
import { casesOf, isFull } from 'test-kit';
import { scenarioSchema, scoreRun, trainingLanguages, type Finding } from '../../training-kit';
import { seededRandom } from '../../server-kit';
import { readWav } from '../media/wav';
import { Speaker } from '../speech';
import { kept, madeCall, type LineNoise, type MadeCall } from './made-call.fixture';
import { MadeRecording } from './made-recording.fixture';
import { breath, click, keyTone, noise, rms, samplesOf, voice } from './made-sound.fixture';

/** The error that docs/training.md promises (ms). */
const promised = 200;

const lines: readonly LineNoise[] = [
  { kind: 'none', db: -99 },
  ...[-60, -50, -45, -40, -36].map((db) => ({ kind: 'white' as const, db })),
  ...[-50, -40, -36].map((db) => ({ kind: 'office' as const, db })),
];
const nameOf = ({ kind, db }: LineNoise) => (kind === 'none' ? 'no noise' : `${kind} noise of ${db} dB`);

function figures(errors: readonly number[]): { readonly p95: number; readonly max: number; readonly words: string } {
  const ordered = [...errors].sort((a, b) => a - b);
  const p95 = Math.round(ordered[Math.floor(ordered.length * 0.95)] ?? 0);
  const max = Math.round(ordered.at(-1) ?? 0);
  return { p95, max, words: `${errors.length} times, p95 ${p95} ms, max ${max} ms` };
}

/** The lines of a made call's score. */
function scored({ recording, events }: MadeCall, expect: typeof kept = kept): readonly Finding[] {
  const scenario = scenarioSchema.parse({
    id: 'made',
    version: 1,
    title: 'Made',
    about: 'Made',
    languages: ['en'],
    calls: [{ direction: 'incoming', customer: { number: '0661234501', name: 'Olena' }, expect }],
  });
  const run = { id: 'run', status: 'done', traceIds: ['7'] } as const;
  return scoreRun(scenario, run, new Map([['7', events]]), new Map([['7', recording.heard]])).findings;
}

describe('what is measured is true', () => {
  const wrong = { greeting: 4.4, silence: 6.3, overlap: 2.6, thanks: 4.1 };
  const limits = [{ greeting: 3 }, { deadAir: 5 }, { bothTalk: 1.5 }, { thankAfterHold: 3 }];
  const all: number[] = [];
  for (const line of lines) {
    const misses: string[] = [];
    const errors = casesOf([1, 2, 3], 0).flatMap((seed) => {
      const call = madeCall(seed * 31 - line.db, line, wrong);
      const { truth } = call;
      const found = scored(call, limits);
      return (['greeting', 'deadAir', 'bothTalk', 'thankAfterHold'] as const).map((rule, place) => {
        const finding = found.find((each) => each.rule === rule);
        const true_ = [truth.greeting, truth.silence, truth.overlap, truth.thanks][place]!;
        if (finding?.verdict !== 'missed') misses.push(`${rule} of call ${seed}: ${finding?.measured}`);
        const ms = (finding?.untilMs ?? 0) - (finding?.atMs ?? 0);
        return Math.abs(ms - true_ * 1000);
      });
    });
    all.push(...errors);
    const { max, words } = figures(errors);
    it(`with ${nameOf(line)}: ${words}`, () => {
      expect(misses).toEqual([]);
      expect(max).toBeLessThanOrEqual(promised);
    });
  }
  it(`in all: ${figures(all).words}`, () => expect(figures(all).p95).toBeLessThanOrEqual(promised / 2));
});

describe('a clean call has no finding', () => {
  const calls = isFull ? 50 : 9;
  const shares: number[] = [];
  const found = Array.from({ length: calls }, (_, seed) => {
    const call = madeCall(1000 + seed, lines[seed % lines.length]!);
    const findings = scored(call);
    const share = findings.find(({ rule }) => rule === 'talkShare')?.measured;
    shares.push(Math.abs(Number(share) - call.truth.share));
    return findings;
  });
  const worst = Math.max(...shares).toFixed(1);

  it(`in ${calls} of them, with noise, breath, clicks, key tones and a customer who hums on hold`, () => {
    const others = found.flat().filter(({ verdict }) => verdict !== 'met');
    expect(others).toEqual([]);
    expect(found.flat()).toHaveLength(calls * kept.length);
  });

  it(`and a talk share within 5 percent (worst: ${worst})`, () => expect(Math.max(...shares)).toBeLessThanOrEqual(5));
});

describe('speech of the training’s own voices', () => {
  const folder = new URL('../voices/', import.meta.url);
  const spoken = readdirSync(folder).map((file) => ({
    file,
    sound: Float32Array.from(readWav(readFileSync(new URL(file, folder))).channels[0]!),
  }));

  for (const db of [-99, -55, -45]) {
    const lost: string[] = [];
    const errors = spoken.flatMap(({ file, sound }) => {
      const random = seededRandom(7);
      const made = new MadeRecording(sound.length / 8 + 6000);
      if (db > -99) made.add('operator', 0, noise(made.durationMs, db, random));
      made.add('operator', 3000, sound);
      const { fromMs, toMs } = soundingPart(sound);
      const heard = made.heard.operatorSpeech;
      const [first, last] = [heard[0], heard.at(-1)];
      if (!first || !last) {
        lost.push(file);
        return [];
      }
      return [Math.abs(first.fromMs - 3000 - fromMs), Math.abs(last.toMs - 3000 - toMs)];
    });
    const { max, words } = figures(errors);
    it(`is found ${db === -99 ? 'without noise' : `in noise of ${db} dB`}: ${words}`, () => {
      expect(lost).toEqual([]);
      expect(errors).toHaveLength(spoken.length * 2);
      expect(max).toBeLessThanOrEqual(promised);
    });
  }
});

describe('speech of a scenario’s customers', () => {
  const said = {
    uk: ['Добрий день, мене звати Олена, компанія Верба.', 'Так.', 'Дякую, що зачекали на лінії.', 'Шістсот гривень.'],
    ru: ['Здравствуйте, чем могу вам помочь?', 'Да.', 'Спасибо за ожидание.', 'Счёт уже закрыт.'],
    en: ['Good morning, this is Olena speaking.', 'Yes.', 'Thank you for waiting.', 'She sells six fresh fish.'],
  };
  const styles = trainingLanguages.flatMap((language) =>
    (['calm', 'angry'] as const).flatMap((temper) =>
      casesOf([25, 50, 80], 1).map((pitch) => ({ language, temper, pitch })),
    ),
  );
  const speaker = new Speaker();
  afterAll(() => speaker.close());

  it('is found, each line, in noise of -50 dB, to 200 ms', async () => {
    const errors: number[] = [];
    const random = seededRandom(8);
    for (const style of styles) {
      for (const text of said[style.language]) {
        const sound = Float32Array.from(await speaker.speak(text, style));
        const made = new MadeRecording(sound.length / 8 + 5000);
        made.add('customer', 0, noise(made.durationMs, -50, random));
        made.add('customer', 2500, sound);
        const { fromMs, toMs } = soundingPart(sound);
        const heard = made.heard.customerSpeech;
        errors.push(Math.abs((heard[0]?.fromMs ?? Infinity) - 2500 - fromMs));
        errors.push(Math.abs((heard.at(-1)?.toMs ?? Infinity) - 2500 - toMs));
      }
    }
    expect(errors).toHaveLength(styles.length * 8);
    expect(figures(errors).max).toBeLessThanOrEqual(promised);
  }, 120_000);
});

describe('what is no speech', () => {
  it.each<[string, (made: MadeRecording) => void]>([
    ['silence', () => undefined],
    ['noise', (made) => made.add('operator', 0, noise(20_000, -35, seededRandom(1)))],
    [
      'noise that begins suddenly',
      (made) => {
        made.add('operator', 0, noise(20_000, -60, seededRandom(2)));
        made.add('operator', 8000, noise(9000, -35, seededRandom(3)));
      },
    ],
    ['breath', (made) => fill(made, (random) => breath(300 + random() * 300, -38, random))],
    ['clicks', (made) => fill(made, (random) => click(-8, random))],
    ['keys', (made) => fill(made, (random) => keyTone(80 + random() * 200, -10 - random() * 15))],
  ])('is not taken for it: %s', (_name, add) => {
    const made = new MadeRecording(20_000);
    made.add('customer', 0, noise(20_000, -65, seededRandom(4)));
    add(made);
    expect(made.heard.operatorSpeech).toEqual([]);
    expect(made.heard.customerSpeech).toEqual([]);
  });

  it('does not hide the speech beside it', () => {
    const made = new MadeRecording(20_000);
    fill(made, (random) => keyTone(100, -10 - random() * 15));
    const said = made.add('operator', 10_300, voice(500, -25, seededRandom(9)));
    const heard = made.heard.operatorSpeech;
    expect(heard).toHaveLength(1);
    expect(Math.abs(heard[0]!.fromMs - said.fromMs)).toBeLessThanOrEqual(promised);
  });
});

/** A sound in every second. */
function fill(made: MadeRecording, sound: (random: () => number) => Float32Array): void {
  const random = seededRandom(11);
  for (let at = 0; at < made.durationMs - 1000; at += 1000) made.add('operator', at, sound(random));
}

/** Where a line of speech sounds: within 35 dB of its loudest 10 ms. */
function soundingPart(sound: Float32Array): { readonly fromMs: number; readonly toMs: number } {
  const frame = samplesOf(10);
  const loud = Array.from({ length: Math.floor(sound.length / frame) }, (_, at) =>
    rms(sound.subarray(at * frame, (at + 1) * frame)),
  );
  const least = Math.max(...loud) * 10 ** (-35 / 20);
  return {
    fromMs: loud.findIndex((each) => each > least) * 10,
    toMs: (loud.findLastIndex((each) => each > least) + 1) * 10,
  };
}
