import type { Condition } from '../condition';
import { fastLoops } from './fast-loops';
import { readScenario } from './read-scenario';

type Branches = (readonly [from: string, when: Condition, go: string])[];

/** Turns as `from → to` with a condition; a turn that leads nowhere is there too. */
function turnsOf(branches: Branches) {
  const ids = new Set(branches.flatMap(([from, , go]) => [from, go]));
  return [...ids].map((id) => ({
    id,
    next: branches.filter(([from]) => from === id).map(([, when, go]) => ({ when, go })),
  }));
}

describe('a loop', () => {
  it.each<[string, Branches, string[]]>([
    ['of one turn', [['a', { after: 0.001 }, 'a']], ['0.001']],
    [
      'of two',
      [
        ['a', { after: 0.3 }, 'b'],
        ['b', { silence: 0.4 }, 'a'],
      ],
      ['0.7', '0.7'],
    ],
    [
      'on hold, muted or in one word',
      [
        ['a', { held: 0.1 }, 'b'],
        ['b', { muted: 0.1 }, 'c'],
        ['c', { speaking: 0.1 }, 'a'],
      ],
      ['0.3', '0.3', '0.3'],
    ],
    [
      'beside a slow one',
      [
        ['a', { after: 5 }, 'a'],
        ['a', { silence: 0.5 }, 'a'],
      ],
      ['0.5'],
    ],
    [
      'found by the shorter of two ways',
      [
        ['a', { after: 0.8 }, 'c'],
        ['a', { silence: 0.1 }, 'b'],
        ['b', { after: 0.1 }, 'c'],
        ['c', { after: 0.1 }, 'a'],
      ],
      ['0.3', '0.3', '0.3'],
    ],
  ])('that is too fast is found: %s', (_what, branches, seconds) => {
    const faults = fastLoops(turnsOf(branches)).map(({ message }) => / takes (\S+) s /.exec(message)?.[1]);
    expect(faults).toEqual(seconds);
  });

  it.each<[string, Branches]>([
    [
      'that takes a second',
      [
        ['a', { after: 0.5 }, 'b'],
        ['b', { after: 0.5 }, 'a'],
      ],
    ],
    [
      'that waits for a key',
      [
        ['a', { after: 0.001 }, 'b'],
        ['b', { tone: '1' }, 'a'],
      ],
    ],
    [
      'that waits for a line',
      [
        ['a', { after: 0.001 }, 'b'],
        ['b', { said: true }, 'a'],
      ],
    ],
    [
      'that waits for speech',
      [
        ['a', { after: 0.001 }, 'b'],
        ['b', { speech: 0.1 }, 'a'],
      ],
    ],
    [
      'that waits for the end of hold',
      [
        ['a', { after: 0.001 }, 'b'],
        ['b', { resumed: true }, 'a'],
      ],
    ],
    [
      'that is none',
      [
        ['a', { after: 0.001 }, 'b'],
        ['b', { after: 0.001 }, 'c'],
      ],
    ],
  ])('%s is left', (_what, branches) => expect(fastLoops(turnsOf(branches))).toEqual([]));

  it('makes the file one that is refused', () => {
    const branch = (when: object) => ({ when, go: 'again' });
    const turns = [{ id: 'again', next: [branch({ after: 0.1 }), { when: { tone: '1' }, go: 'end' }] }];
    const calls = [{ direction: 'incoming', customer: { number: '0661234567', name: 'Olha' }, turns }];
    const file = { id: 'round', version: 1, title: 'Round', about: 'Round', languages: ['en'], calls };
    const message = 'from the turn "again" back to it takes 0.1 s and nobody\'s doing: a loop must take at least 1 s';
    expect(readScenario(JSON.stringify(file))).toMatchObject({
      ok: false,
      problems: [{ path: 'calls[0].turns[0].id', message }],
    });
  });
});
