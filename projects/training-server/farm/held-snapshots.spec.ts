import { ManualClock } from '../../server-kit';
import { HeldSnapshots } from './held-snapshots';

describe('HeldSnapshots', () => {
  const clock = new ManualClock();
  let sent: unknown[] = [];
  let snapshots: HeldSnapshots;
  beforeEach(() => {
    sent = [];
    snapshots = new HeldSnapshots(({ id }) => sent.push(id), clock);
  });

  it('passes on at once', () => {
    snapshots.send({ id: 1 });
    expect(sent).toEqual([1]);
  });

  it('holds back for 200 ms, and keeps the order', () => {
    snapshots.hold();
    snapshots.send({ id: 1 });
    clock.advance(199);
    snapshots.hold();
    snapshots.send({ id: 2 });
    expect(sent).toEqual([]);
    clock.advance(1);
    snapshots.send({ id: 3 });
    expect(sent).toEqual([1, 2, 3]);
  });

  it('passes on before, once, when it is released', () => {
    snapshots.hold();
    snapshots.send({ id: 1 });
    snapshots.release();
    expect(sent).toEqual([1]);
    clock.advance(1000);
    expect(sent).toEqual([1]);
  });
});
