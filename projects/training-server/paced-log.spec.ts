import { PacedLog } from './paced-log';

describe('the paced log', () => {
  let time = 0;
  const lines: unknown[][] = [];
  const sink = {
    warn: (...line: unknown[]) => void lines.push(line),
    error: (...line: unknown[]) => void lines.push(line),
  };
  const log = () => new PacedLog(sink as ConstructorParameters<typeof PacedLog>[0], () => time);
  beforeEach(() => (lines.length = 0));

  it('says one line a second for each cause, and how many it kept back', () => {
    const paced = log();
    for (let i = 0; i < 500; i++) paced.warn('agent1', { i }, 'malformed');
    paced.error('agent1', {}, 'failed');
    paced.warn('agent2', { i: 'other' }, 'malformed');
    time += 1000;
    paced.warn('agent1', { i: 'late' }, 'malformed');
    expect(lines).toEqual([
      [{ i: 0 }, 'malformed'],
      [{}, 'failed'],
      [{ i: 'other' }, 'malformed'],
      [{ i: 'late', unsaid: 499 }, 'malformed'],
    ]);
  });

  it('does not grow with the number of peers', () => {
    const paced = log();
    for (let i = 0; i < 3000; i++) {
      time += 1;
      paced.warn(`peer${i}`, {}, 'malformed');
    }
    expect(Reflect.get(paced, 'said')).toHaveProperty('size', expect.any(Number));
    expect((Reflect.get(paced, 'said') as Map<string, unknown>).size).toBeLessThanOrEqual(1001);
  });
});
