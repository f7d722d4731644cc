import { type TourState, noTour } from './next-tour';
import { tourMemory } from './tour-memory';

const state: TourState = {
  status: 'running',
  step: 'hold',
  seen: 1,
  results: { signIn: 'done', sound: 'skipped', firstCall: 'done', mute: 'done' },
  last: 'mute',
  finishedAt: null,
};

describe('what the browser keeps of the tour', () => {
  beforeEach(() => localStorage.clear());

  it('is the step and the results, without what was said last', () => {
    tourMemory('agent1').write(state);
    expect(tourMemory('agent1').read(noTour)).toEqual({ ...state, seen: 0, last: null });
  });

  it('is each person’s own', () => {
    tourMemory('agent1').write(state);
    expect(tourMemory('agent2').read(noTour)).toEqual(noTour);
  });

  it.each([
    ['nothing', 'null'],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['another step', JSON.stringify({ ...state, step: 'dance' })],
    ['another status', JSON.stringify({ ...state, status: 'off' })],
  ])('is no tour if it is %s', (_what, text) => {
    localStorage.setItem('verba.tour.agent1', text);
    expect(tourMemory('agent1').read(noTour)).toEqual(noTour);
  });

  it('leaves out results and times that make no sense', () => {
    const kept = { ...state, results: { hold: 'done', mute: 'well', dance: 'done' }, finishedAt: 'today' };
    localStorage.setItem('verba.tour.agent1', JSON.stringify(kept));
    expect(tourMemory('agent1').read(noTour)).toMatchObject({ results: { hold: 'done' }, finishedAt: null });
  });
});
