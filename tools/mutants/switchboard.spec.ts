import { Endless, Switchboard } from './switchboard.js';

describe('a switchboard', () => {
  it('notes what is met while no mutant is chosen', () => {
    const board = new Switchboard();
    board.begin(null);
    expect(['a#0', 'a#1', 'a#0'].map((id) => board.isChosen(id))).toEqual([false, false, false]);
    expect([...board.met]).toEqual(['a#0', 'a#1']);
    board.begin('a#1');
    expect(['a#0', 'a#1'].map((id) => board.isChosen(id))).toEqual([false, true]);
    expect([...board.met]).toEqual([]);
  });

  it('stops code that never ends', () => {
    const board = new Switchboard();
    board.begin('a#0', 3);
    for (let step = 0; step < 3; step++) board.isChosen('a#1');
    expect(() => board.isChosen('a#1')).toThrow(Endless);
    expect(() => board.isChosen('a#1')).toThrow(Endless);
  });
});
