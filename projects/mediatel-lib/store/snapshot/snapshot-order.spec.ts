import { SnapshotOrder } from './snapshot-order';

describe('SnapshotOrder', () => {
  it('takes the first of each connection for the whole picture, and those after it as they come', () => {
    const order = new SnapshotOrder();
    expect([1, 1, 1, 2, 2, 1].map((connection) => order.place(connection))).toEqual([
      ...['resync', 'live', 'live', 'resync', 'live', 'resync'],
    ]);
  });

  it('takes the first snapshot after restart() as a resync', () => {
    const order = new SnapshotOrder();
    order.place(1);
    order.restart();
    expect([1, 1].map((connection) => order.place(connection))).toEqual(['resync', 'live']);
  });
});
