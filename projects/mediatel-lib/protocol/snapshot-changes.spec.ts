import { decodeSnapshot } from './decode-snapshot';
import type { Snapshot } from './snapshot';
import { snapshotChanges } from './snapshot-changes';

const decoded = decodeSnapshot({ state: 'STATE_IDLE' });
if (!decoded.ok) throw new Error(decoded.reason);
const { snapshot } = decoded;
/** Every field that the decoder reads, so a new field is in this list by itself. */
const fields = Object.keys(snapshot).filter((field) => field !== 'serverTime');

describe('snapshotChanges', () => {
  it('knows the fields of the decoder', () => {
    expect(fields.length).toBeGreaterThan(35);
  });

  it.each(fields)('reports a change of %s alone', (field) => {
    const later = { ...snapshot, [field]: ['another value'] } as unknown as Snapshot;
    expect(snapshotChanges(snapshot, later)).toEqual({ [field]: ['another value'] });
  });

  it('reports nothing for equal snapshots, whatever their serverTime', () => {
    expect(snapshotChanges(snapshot, { ...snapshot, serverTime: 5 } as Snapshot)).toBeNull();
  });
});
