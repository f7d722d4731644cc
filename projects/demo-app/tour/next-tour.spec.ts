import fc from 'fast-check';
import { type TourEvent, type TourState, nextTour, noTour } from './next-tour';
import { type TourSight, type TourStepName, sightsOf, tourStepNames } from './tour-step';

const at = 1_790_000_000_000;
const start: TourEvent = { type: 'start' };
const leave: TourEvent = { type: 'leave' };
const skip: TourEvent = { type: 'skip', at };
const saw = (...sights: TourSight[]): TourEvent => ({ type: 'saw', sights, at });

const after = (events: readonly TourEvent[], from: TourState = noTour): TourState => events.reduce(nextTour, from);

/** A running tour at this step. */
const begun = (step: TourStepName): TourState => ({ ...after([start]), step });
const running = { status: 'running' } as const;

describe('nextTour', () => {
  it.each<[string, TourState, TourEvent, Partial<TourState>]>([
    ['starts', noTour, start, { ...running, step: 'signIn', seen: 0 }],
    ['sees nothing before it starts', noTour, saw('available'), { status: 'off', step: 'signIn' }],
    ['has nothing to skip before it starts', noTour, skip, { status: 'off', results: {} }],
    ['goes on when the desk is available', begun('signIn'), saw('connected', 'available'), { step: 'sound' }],
    ['says which step is done', begun('signIn'), saw('available'), { last: 'signIn', results: { signIn: 'done' } }],
    ['waits for the sound test', begun('sound'), saw('available', 'connected'), { step: 'sound', seen: 0 }],
    ['hears the sound test', begun('sound'), saw('available', 'soundTested'), { step: 'firstCall' }],
    ['wants a call that the operator dialled', begun('firstCall'), saw('talking', 'heard'), { step: 'firstCall' }],
    ['sees the first call', begun('firstCall'), saw('talking', 'talkingOut', 'heard'), { step: 'mute' }],
    ['needs muting before unmuting', begun('mute'), saw('talking', 'heard'), { step: 'mute', seen: 0 }],
    ['sees muting', begun('mute'), saw('talking', 'muted'), { step: 'mute', seen: 1 }],
    ['is not content with muting', { ...begun('mute'), seen: 1 }, saw('muted'), { step: 'mute', seen: 1 }],
    ['sees unmuting', { ...begun('mute'), seen: 1 }, saw('talking', 'heard'), { step: 'hold', seen: 0 }],
    ['is not content with a call that ends muted', { ...begun('mute'), seen: 1 }, saw('available'), { step: 'mute' }],
    ['sees hold', begun('hold'), saw('held'), { step: 'hold', seen: 1 }],
    ['sees the call taken back', { ...begun('hold'), seen: 1 }, saw('talking', 'heard'), { step: 'keys' }],
    ['sees a key', begun('keys'), saw('talking', 'keySent'), { step: 'code' }],
    ['wants a result, not only the end of the call', begun('code'), saw('available'), { step: 'code' }],
    ['sees the result', begun('code'), saw('codeSaved'), { step: 'pause' }],
    ['sees a pause', begun('pause'), saw('paused'), { step: 'pause', seen: 1 }],
    ['takes no Force Pause for a chosen one', begun('pause'), saw('forcePaused'), { step: 'pause', seen: 0 }],
    ['sees the end of the pause', { ...begun('pause'), seen: 1 }, saw('available'), { step: 'missed' }],
    ['sees Force Pause', begun('missed'), saw('forcePaused'), { step: 'missed', seen: 1 }],
    ['takes no chosen pause for Force Pause', begun('missed'), saw('paused'), { step: 'missed', seen: 0 }],
    ['sees the recovery', { ...begun('missed'), seen: 1 }, saw('available'), { step: 'network' }],
    ['sees the cut', begun('network'), saw('cut', 'talking'), { step: 'network', seen: 1 }],
    [
      'finishes when the connection is back',
      { ...begun('network'), seen: 1 },
      saw('connected'),
      { status: 'finished', step: 'network', last: 'network', finishedAt: at },
    ],
    ['skips a step', begun('hold'), skip, { ...running, step: 'keys', last: 'hold', results: { hold: 'skipped' } }],
    ['skips half a step', { ...begun('hold'), seen: 1 }, skip, { step: 'keys', seen: 0 }],
    ['finishes with a skipped step', begun('network'), skip, { status: 'finished', finishedAt: at }],
    [
      'is left',
      { ...begun('hold'), seen: 1, last: 'mute' },
      leave,
      { status: 'left', step: 'hold', seen: 0, last: null },
    ],
    ['sees nothing while left', { ...begun('hold'), status: 'left' }, saw('held'), { status: 'left', seen: 0 }],
    ['goes on where it was left', { ...begun('hold'), status: 'left' }, start, { ...running, step: 'hold' }],
    ['does not begin again while it runs', begun('hold'), start, { step: 'hold' }],
    [
      'begins again when finished',
      { ...begun('network'), status: 'finished', results: { signIn: 'done' }, finishedAt: at },
      start,
      { ...running, step: 'signIn', results: {}, finishedAt: null },
    ],
    [
      'stays finished, and says no more of it',
      { ...begun('network'), status: 'finished', last: 'network', finishedAt: at },
      leave,
      { status: 'finished', last: null, finishedAt: at },
    ],
  ])('%s', (_what, state, event, expected) => {
    expect(nextTour(state, event)).toMatchObject(expected);
  });

  it('takes both sights of a step at once if the desk shows both', () => {
    expect(nextTour(begun('network'), saw('cut', 'connected'))).toMatchObject({ status: 'finished' });
  });

  it('ends one step at a time', () => {
    const all = tourStepNames.flatMap(sightsOf);
    expect(nextTour(begun('signIn'), saw(...all))).toMatchObject({ step: 'sound' });
  });

  it('keeps the object if nothing changes', () => {
    const state = begun('hold');
    expect(nextTour(state, saw('available'))).toBe(state);
  });

  it('ends each step once, whatever happens, and finishes exactly when all ten are ended', () => {
    const sight = fc.constantFrom(...new Set(tourStepNames.flatMap(sightsOf)));
    const event: fc.Arbitrary<TourEvent> = fc.oneof(
      { weight: 6, arbitrary: fc.array(sight, { maxLength: 4 }).map((sights) => saw(...sights)) },
      { weight: 2, arbitrary: fc.constant(skip) },
      { weight: 1, arbitrary: fc.constantFrom(start, leave) },
    );
    let finished = 0;
    fc.assert(
      fc.property(fc.array(event, { minLength: 30, maxLength: 60 }), (events) => {
        const state = after([start, ...events]);
        const ended = Object.keys(state.results);
        finished += state.status === 'finished' ? 1 : 0;
        const place = tourStepNames.indexOf(state.step) + (state.status === 'finished' ? 1 : 0);
        expect(ended).toEqual(tourStepNames.slice(0, place));
        expect(state.status === 'finished').toBe(ended.length === tourStepNames.length);
      }),
    );
    expect(finished).toBeGreaterThan(0);
  });
});
