import { SnapshotOrder } from './snapshot-order';

describe('SnapshotOrder', () => {
  it('returns resync for the first snapshot of each connection, and live for the others', () => {
    const order = new SnapshotOrder();
    expect([1, 1, 1, 2, 2, 1].map((connection) => order.place(connection))).toEqual([
      ...['resync', 'live', 'live', 'resync', 'live', 'resync'],
    ]);
  });

  it('returns resync again after a restart', () => {
    const order = new SnapshotOrder();
    order.place(1);
    order.restart();
    expect([1, 1].map((connection) => order.place(connection))).toEqual(['resync', 'live']);
  });
});
