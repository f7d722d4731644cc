import { SpokenLines } from './spoken-lines';

const line = (bytes: number) => new Int16Array(bytes / 2);

describe('spoken lines', () => {
  it('forgets the line used longest ago when there is no room', () => {
    const lines = new SpokenLines(300);
    lines.keep('a', line(100));
    lines.keep('b', line(100));
    lines.keep('c', line(100));
    expect(lines.get('a')).toBeDefined();
    lines.keep('d', line(100));
    expect(['a', 'b', 'c', 'd'].filter((key) => lines.get(key))).toEqual(['a', 'c', 'd']);
    expect(lines.bytes).toBe(300);
  });

  it('counts a line that comes again once, and keeps none that is larger than everything', () => {
    const lines = new SpokenLines(300);
    lines.keep('a', line(100));
    lines.keep('a', line(200));
    lines.keep('b', line(302));
    expect(lines.get('b')).toBeUndefined();
    expect(lines.bytes).toBe(200);
  });
});
