import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { OperatorRecord } from 'mediatel-lib/hub-protocol';
import { OperatorTilesHarness } from 'mediatel-lib/testing';
import { type FakeHub, fakeHub } from '../hub/fake-hub.fixture';
import { recordOf } from 'test-kit';
import { MediatelOperators } from '../hub/operators';
import type { BoardLine } from './view/board-arrangement';
import { OperatorTiles } from './operator-tiles';

describe('OperatorTiles', () => {
  let hub: FakeHub;
  beforeEach(async () => {
    hub = await fakeHub();
  });

  async function tilesOf(records: readonly OperatorRecord[]): Promise<OperatorTilesHarness> {
    hub.show(records);
    const lines = Array.from(TestBed.inject(MediatelOperators).all(), (entry): BoardLine => ({
      kind: 'operator',
      key: entry.id,
      entry,
    }));
    const fixture = TestBed.createComponent(OperatorTiles);
    fixture.componentRef.setInput('lines', lines);
    return TestbedHarnessEnvironment.harnessForFixture(fixture, OperatorTilesHarness);
  }
  const live = (changes: Partial<OperatorRecord>, pause: string | null = null): OperatorRecord =>
    recordOf(
      { pause, ...(pause === null ? {} : { state: 'STATE_PAUSE', status: 'pause' }) },
      { receivedAt: hub.clock, confirmedAt: hub.clock, ...changes },
    );

  it('shows each operator with the state, or with the name of the pause', async () => {
    const [olena, petro] = await (await tilesOf([live({}), live({ id: '302', name: 'Petro' }, 'Lunch')])).tiles();
    expect([await olena?.name(), await olena?.state()]).toEqual(['Olena Kovalenko', 'Available']);
    expect([await petro?.name(), await petro?.state()]).toEqual(['Petro', 'Lunch']);
  });

  it('shows an unconfirmed operator without a duration', async () => {
    const [tile] = await (await tilesOf([live({ confidence: 'unconfirmed' })])).tiles();
    expect([await tile?.isUnconfirmed(), await tile?.state(), await tile?.time()]).toEqual([true, 'Unconfirmed', '—']);
  });

  it('counts the operators beyond the most that a wall shows', async () => {
    const many = Array.from({ length: 402 }, (_, id) => live({ id: String(id) }));
    const tiles = await tilesOf(many);
    expect(await tiles.tiles()).toHaveLength(400);
    expect(await tiles.beyond()).toContain('2');
  });
});
