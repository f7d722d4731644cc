import { Turns } from './turns';

const turnOfLoop = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('handles one message per turn of the loop, senders in turns, each sender in order', async () => {
    const turns = new Turns();
    const done: string[] = [];
    const [loud, quiet] = [{}, {}];
    for (const n of [1, 2, 3]) turns.add(loud, () => void done.push(`loud ${n}`));
    turns.add(quiet, () => void done.push('quiet 1'));
    expect(done).toEqual([]);
    const counts: number[] = [];
    for (let i = 0; i < 4; i++) {
      await turnOfLoop();
      counts.push(done.length);
    }
    expect(done).toEqual(['loud 1', 'quiet 1', 'loud 2', 'loud 3']);
    for (let i = 1; i < counts.length; i++) expect((counts[i] ?? 0) - (counts[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
});
