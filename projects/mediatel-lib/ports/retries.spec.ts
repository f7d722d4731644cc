import { Retries } from './retries';

describe('Retries', () => {
  let now: number;
  let asked: number[];
  let retries: Retries;

  beforeEach(() => {
    now = 1000;
    asked = [];
    const delay = (failures: number): number => {
      asked.push(failures);
      return 4000;
    };
    retries = new Retries(delay, () => now);
  });

  it('waits for the whole time after a lost connection', () => {
    retries.begin();
    retries.forget();
    now += 60_000;
    expect(retries.wait()).toBe(4000);
  });

  it('counts the time of a failed try as waiting', () => {
    retries.begin();
    now += 3000;
    expect(retries.wait()).toBe(1000);
    retries.begin();
    now += 6000;
    expect(retries.wait()).toBe(50);
  });

  it('counts failures in a row', () => {
    for (let round = 0; round < 3; round += 1) {
      retries.begin();
      retries.wait();
    }
    retries.begin();
    retries.forget();
    retries.wait();
    expect(asked).toEqual([0, 1, 2, 0]);
  });
});
