import { TestBed } from '@angular/core/testing';
import { MediatelClock } from 'mediatel-lib/ports';
import type { FakeClock } from 'mediatel-lib/testing';
import { recordOf } from 'test-kit';
import { type FakeHub, fakeHub } from '../hub/fake-hub.fixture';
import { PauseLists } from './pause-lists';

describe('PauseLists', () => {
  let hub: FakeHub;
  let clock: FakeClock;
  let lists: PauseLists;
  beforeEach(async () => {
    hub = await fakeHub();
    clock = TestBed.inject(MediatelClock) as FakeClock;
    lists = TestBed.inject(PauseLists);
  });

  it('reads an operator’s list once a minute at most', async () => {
    expect(await lists.read('301')).toEqual({ names: ['Lunch', 'Meeting'], complete: true });
    clock.advance(59_000);
    await lists.read('301');
    expect(hub.pauseReads).toEqual(['301']);
    clock.advance(1_000);
    await lists.read('301');
    await lists.read('302');
    expect(hub.pauseReads).toEqual(['301', '301', '302']);
  });

  it('tries a desk that did not answer again', async () => {
    hub.pauseNames = null;
    expect(await lists.read('301')).toBeNull();
    expect(await lists.read('301')).toBeNull();
    expect(hub.pauseReads).toHaveLength(2);
  });

  it('suggests the pauses of other operators', async () => {
    hub.show([recordOf({ pause: 'Training' }), recordOf({ pause: 'Lunch' }, { id: '302' })]);
    expect(lists.suggestions()).toEqual(['Lunch', 'Training']);
    await lists.read('303');
    expect(lists.suggestions()).toEqual(['Lunch', 'Meeting', 'Training']);
  });
});
