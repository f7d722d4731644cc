import * as fc from 'fast-check';
import { readFlight } from 'mediatel-lib/recorder';
import { type PlannedFault, recordingOf } from './recording.fixture';
import { scenarioOfRecording } from './scenario-of-recording';

type Path = readonly string[];

const faults: PlannedFault[] = [
  ...[{ type: 'cut' as const, atMs: 1000, lengthMs: 500 }],
  ...[{ type: 'sipCut' as const, atMs: 2000, lengthMs: 500 }],
  ...[{ type: 'badLine' as const, atMs: 4000, lengthMs: 900 }],
  ...[{ type: 'audioGone' as const, atMs: 6000, lengthMs: 5000 }],
  ...[{ type: 'hold' as const, atMs: 15_000, lengthMs: 5000 }],
  ...[{ type: 'stuck' as const, atMs: 25_000, lengthMs: 1 }],
];
const about = {
  format: 'mediatel-flight',
  version: 1,
  library: '1',
  browser: 'x',
  operator: null,
  numbersMasked: true,
};
const call = { queue: 'IN_Support', freeMs: 4000, talkMs: 60_000 };
const recording = recordingOf([
  { ...call, direction: 'outgoing', endedBy: 'operator', faults: [] },
  { ...call, direction: 'incoming', endedBy: 'customer', faults },
]);
const whole: unknown = { ...about, ...recording };
const proved = recording.entries.findIndex((entry) => entry.type === 'phone' && entry.event.type === 'audioProved');
const last = recording.entries.length - 1;

/** The places of all values in a value. */
function pathsIn(value: unknown, before: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [before];
  return [before, ...Object.entries(value).flatMap(([name, part]) => pathsIn(part, [...before, name]))];
}

/** The value with another one at a place. */
function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined || typeof value !== 'object' || value === null) return by;
  // An earlier damage may have put a list there.
  if (Array.isArray(value) && !(Number(name) < value.length)) return value;
  const part: unknown = replaced((value as Readonly<Record<string, unknown>>)[name], rest, by);
  return Array.isArray(value) ? value.with(Number(name), part) : { ...value, [name]: part };
}

const odd = fc.constantFrom<unknown>(
  ...[undefined, null, true, '', 'x', 'STATE_HOLD', 'a: [x]\n- "', [], {}],
  ...[-1, 0.5, 3e8, 1e15, 1e300],
);
const places = fc.constantFrom(...pathsIn(whole).filter(({ length }) => length > 1));
const damage = fc.array(fc.tuple(places, odd), { minLength: 1, maxLength: 3 });

it('makes a scenario of any recording that opens, or says why not', () => {
  const met = { made: 0, refused: 0 };
  fc.assert(
    fc.property(damage, (damages) => {
      const read = readFlight(damages.reduce((value, [path, by]) => replaced(value, path, by), whole));
      if (!read.ok) return;
      met[scenarioOfRecording(read.file).ok ? 'made' : 'refused']++;
    }),
    {
      numRuns: 400,
      examples: [
        [[[['savedAt', 'wall'], 1e300]]],
        [[[['entries', `${proved}`, 'event', 'proof'], {}]]],
        [[[['entries', `${proved}`, 'event', 'proof', 'incoming'], null]]],
        [[[['entries', `${last}`, 'at'], 1e15]]],
      ],
    },
  );
  expect(met.made).toBeGreaterThan(50);
  expect(met.refused).toBeGreaterThan(0);
});
