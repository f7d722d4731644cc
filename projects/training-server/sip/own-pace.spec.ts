import { OwnPace } from './own-pace';

describe('a tab’s own pace', () => {
  let time = 0;
  let pace: OwnPace;
  beforeEach(() => (pace = new OwnPace(() => time)));
  const frameAfter = (milliseconds: number): void => {
    time += milliseconds;
    pace.frame();
  };
  const spoken = (): readonly number[] => [pace.spoken.elapsed, pace.spoken.inTime];

  it('the pace is kept by frames that any jitter buffer waits for', () => {
    for (const wait of [20, 60, 0, 0, 20]) frameAfter(wait);
    expect(spoken()).toEqual([100, 100]);
  });

  it('the pace is not kept while the process is stopped, also now', () => {
    frameAfter(20);
    frameAfter(200);
    expect(spoken()).toEqual([220, 40]);
    time += 100;
    expect(spoken()).toEqual([320, 60]);
  });

  it('the pace is counted from `begin()`', () => {
    frameAfter(500);
    pace.begin();
    frameAfter(20);
    expect(spoken()).toEqual([20, 20]);
  });
});
