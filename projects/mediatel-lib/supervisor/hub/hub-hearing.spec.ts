import { TestBed } from '@angular/core/testing';
import { BoardTick } from './board-tick';
import { type FakeHub, fakeHub } from './fake-hub.fixture';
import { HubHearing } from './hub-hearing';

describe('HubHearing', () => {
  let hub: FakeHub;
  const heardAfter = (ms: number): boolean => {
    hub.now = () => hub.clock + ms;
    TestBed.inject(BoardTick).beat();
    return TestBed.inject(HubHearing).isHeard();
  };
  beforeEach(async () => {
    hub = await fakeHub();
  });

  it('ends 5 s after the hub’s last message, before the connection notices', () => {
    expect([4_999, 5_000].map(heardAfter)).toEqual([true, false]);
    hub.heardAt.set(hub.clock + 5_000);
    expect(heardAfter(5_000)).toBe(true);
  });

  it('ends with the connection', () => {
    hub.status.set('reconnecting');
    expect(heardAfter(0)).toBe(false);
  });

  it('knows of now, and later of the hub’s last message', () => {
    const known = (): number | null => TestBed.inject(HubHearing).knownAt();
    heardAfter(4_000);
    expect(known()).toBe(hub.clock + 4_000);
    heardAfter(90_000);
    expect(known()).toBe(hub.clock);
  });
});
