import type { Band } from '../band/day-band';
import { teamLoad } from './team-load';

const scale = { begin: 0, end: 30, width: 30 };
const band = (from: number, to: number, look: Band['look']): Band => ({
  ...{ from, to, look, lasts: false },
  ...{ pause: null, queue: null, traceId: null },
});
/** The heights of the steps of an area with this ground (px). */
const levels = (d: string): readonly number[] => [...d.matchAll(/V([\d.]+)H/g)].map(([, y]) => Number(y));

describe('a team’s area', () => {
  it('counts operators in calls, and those after calls above them', () => {
    const people = [
      [band(0, 6, 'talking'), band(6, 9, 'held'), band(9, 12, 'clerical')],
      [band(0, 3, 'clerical'), band(3, 12, 'available')],
    ];
    const { calls, clerical } = teamLoad(people, 2, scale, 12, 20);
    expect(levels(calls).slice(0, 4)).toEqual([10, 10, 10, 20]);
    expect(levels(clerical).slice(0, 4)).toEqual([0, 10, 10, 10]);
  });

  it('shows short calls by their share of a step', () => {
    const { calls } = teamLoad([[band(0, 1.5, 'talking')]], 1, scale, 3, 20);
    expect(levels(calls)[0]).toBe(10);
  });

  it('ends where the day is not known for all', () => {
    expect(teamLoad([[band(0, 30, 'talking')]], 1, scale, 0, 20)).toEqual({ calls: '', clerical: '' });
    expect(teamLoad([[band(0, 30, 'talking')]], 1, scale, 15, 20).calls).toContain('H15');
    expect(teamLoad([[band(0, 30, 'talking')]], 1, scale, 15, 20).calls).not.toContain('H18');
  });
});
