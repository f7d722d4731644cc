import { until } from './until';

describe('until', () => {
  it('resolves once the condition holds', async () => {
    let looks = 0;
    await until(() => (looks += 1) === 3);
    expect(looks).toBe(3);
  });

  it('waits for what a condition promises', async () => {
    let looks = 0;
    await until(() => Promise.resolve((looks += 1) === 3));
    expect(looks).toBe(3);
  });

  it('fails with its message once the limit is over', async () => {
    await expect(until(() => false, 'the board is true', 20)).rejects.toThrow('not within 20 ms: the board is true');
  });

  it('fails with the source of the condition if it has no message', async () => {
    const board = { isTrue: false };
    await expect(until(() => board.isTrue, undefined, 20)).rejects.toThrow('not within 20 ms: () => board.isTrue');
  });

  it('fails with the error of the condition', async () => {
    const gone = new Error('gone');
    const look = (): boolean => {
      throw gone;
    };
    await expect(until(look)).rejects.toBe(gone);
  });
});
