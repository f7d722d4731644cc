import type { PlainEvent } from '../events/plain-event';
import { marksOf } from './marks';
import { heightOf, qualityPath, scoreAt } from './quality-line';

const event = (atMs: number, mark: PlainEvent['mark']): PlainEvent => ({
  ...{ atMs, mark, fact: { type: 'event', name: 'online' } },
});
const marks = (...events: readonly PlainEvent[]) =>
  marksOf(events, ['request', 'incident'], 1000, ({ atMs }) => String(atMs));

describe('marks', () => {
  it('are of the kinds that are worth a look', () => {
    expect(marks(event(1, 'state'), event(2, 'request'), event(3, 'other'))).toMatchObject([{ words: '2' }]);
  });

  it('are one where they would cover each other; an incident is never hidden', () => {
    expect(marks(event(100, 'request'), event(103, 'incident'), event(500, 'request'))).toEqual([
      { atMs: 100, mark: 'incident', words: '100, 103', roomMs: 400 },
      { atMs: 500, mark: 'request', words: '500', roomMs: 500 },
    ]);
  });
});

describe('the line of quality', () => {
  const points = [
    { atMs: 0, mos: 4.4 },
    { atMs: 500, mos: 2 },
  ];

  it('goes from the top, which is the best, to the bottom', () => {
    expect(qualityPath(points, 1000, { width: 200, height: 40 })).toBe('M0.0 0.0L100.0 40.0');
    expect([heightOf(9, 40), heightOf(1, 40)]).toEqual([0, 40]);
  });

  it('says the last score, and nothing once it is old', () => {
    expect([scoreAt([points], 600), scoreAt([points], 60_000), scoreAt([], 0)]).toEqual([2, null, null]);
  });
});
