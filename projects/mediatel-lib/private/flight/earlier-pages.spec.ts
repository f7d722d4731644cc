import { earlierPages } from './earlier-pages';
import type { FlightChunk } from './flight-chunk';

const chunk = (tab: string, part: string, turn: number, from: number, to: number): FlightChunk => ({
  ...{ user: 'a', tab, part, turn, from, to, origin: 0, characters: 2 },
  entries: [{ at: from, kind: 'closed', text: `${part}${turn}` }],
});

const textsOf = (chunks: readonly FlightChunk[], tab = 'mine', began = 100_000): string[] =>
  earlierPages(chunks, tab, began).map(({ entries }) => entries.map(({ text }) => text).join(' '));

describe('the pages before a page', () => {
  it('are in the order of time, each with its chunks in their order', () => {
    const chunks = [
      chunk('mine', 'q', 2, 50_000, 60_000),
      chunk('mine', 'p', 1, 10_000, 20_000),
      chunk('mine', 'q', 1, 30_000, 50_000),
    ];
    expect(textsOf(chunks)).toEqual(['p1', 'q1 q2']);
  });

  it('may be of a tab that was closed', () => {
    expect(textsOf([chunk('closed', 'p', 1, 10_000, 20_000), chunk('mine', 'q', 1, 30_000, 40_000)])).toEqual([
      'p1',
      'q1',
    ]);
  });

  it('are those of the same tab where another was open meanwhile', () => {
    const chunks = [chunk('other', 'p', 1, 10_000, 90_000), chunk('mine', 'q', 1, 30_000, 40_000)];
    expect(textsOf(chunks)).toEqual(['q1']);
    expect(textsOf(chunks, 'other')).toEqual(['p1']);
  });

  it('are over: a page that goes on is another tab’s', () => {
    expect(textsOf([chunk('other', 'p', 1, 10_000, 130_000)])).toEqual([]);
  });

  it('begin with what still held when the older chunks were deleted', () => {
    const lasting = chunk('mine', 'q', 0, 1000, 40_000);
    const chunks = [chunk('mine', 'q', 7, 30_000, 40_000), lasting, chunk('mine', 'p', 1, 10_000, 20_000)];
    expect(textsOf(chunks)).toEqual(['p1', 'q0 q7']);
  });
});
