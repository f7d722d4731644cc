import { jest } from '@jest/globals';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { OperatorRecord } from 'mediatel-lib/hub-protocol';
import { MediatelWallHarness } from 'mediatel-lib/testing';
import { recordOf } from 'test-kit';
import { BoardTick } from '../hub/board-tick';
import { type FakeHub, fakeHub } from '../hub/fake-hub.fixture';
import { MediatelOperators } from '../hub/operators';
import { MediatelWall } from './mediatel-wall';

/** A room for tiles of this size. Every element has it. */
function roomOf(width: number, height: number): void {
  globalThis.ResizeObserver = class {
    readonly #seen: ResizeObserverCallback;
    constructor(seen: ResizeObserverCallback) {
      this.#seen = seen;
    }
    observe = (): void => {
      const entry: Partial<ResizeObserverEntry> = { contentRect: { width, height } as DOMRectReadOnly };
      this.#seen([entry as ResizeObserverEntry], this);
    };
    unobserve = (): void => undefined;
    disconnect = (): void => undefined;
  };
}

describe('MediatelWall', () => {
  let hub: FakeHub;
  let fixture: ComponentFixture<MediatelWall>;
  beforeEach(async () => {
    hub = await fakeHub();
  });
  afterEach(() => jest.useRealTimers());

  async function wallOf(records: readonly OperatorRecord[]): Promise<MediatelWallHarness> {
    hub.show(records);
    TestBed.inject(BoardTick).beat();
    const everybody = Array.from(TestBed.inject(MediatelOperators).all());
    fixture = TestBed.createComponent(MediatelWall);
    fixture.componentRef.setInput('operators', everybody);
    fixture.componentRef.setInput('counted', everybody);
    return TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelWallHarness);
  }
  const live = (changes: Partial<OperatorRecord>, presence: Partial<OperatorRecord['presence']> = {}): OperatorRecord =>
    recordOf(presence, { receivedAt: hub.clock, confirmedAt: hub.clock, ...changes });
  const longClerical = (id: string): OperatorRecord =>
    live(
      { id, name: `Late ${id}` },
      { state: 'STATE_CLERICAL', status: 'clerical', since: hub.clock - 400_000, serverTime: hub.clock },
    );

  it('shows those who need attention first, with the reason, and the others by team and name', async () => {
    const wall = await wallOf([
      live({ id: '1', name: 'Bondar', team: 'B' }),
      live({ id: '2', name: 'Savchuk', team: 'A' }),
      longClerical('3'),
    ]);
    const tiles = await wall.tiles();
    expect(await Promise.all(tiles.map((tile) => tile.name()))).toEqual(['Late 3', 'Savchuk', 'Bondar']);
    expect(await tiles[0]?.state()).toContain('no code');
    expect(await tiles[0]?.time()).toBe('06:40 ▲');
    expect(await tiles[1]?.state()).toBe('Available');
  });

  it('shows the red before the amber, however long an amber pause lasts', async () => {
    const pause = live(
      { id: '1', name: 'Bondar' },
      { state: 'STATE_PAUSE', status: 'pause', pause: 'Lunch', since: hub.clock - 1_000_000, serverTime: hub.clock },
    );
    const wall = await wallOf([pause, live({ id: '2', name: 'Savchuk' }), longClerical('3')]);
    const tiles = await wall.tiles();
    expect(await Promise.all(tiles.map((tile) => tile.name()))).toEqual(['Late 3', 'Bondar', 'Savchuk']);
  });

  it('compares five figures with their targets', async () => {
    const wall = await wallOf([longClerical('3'), live({ id: '4' })]);
    expect(await wall.figures()).toHaveLength(5);
    expect((await wall.figures())[2]).toMatch(/After call 1 ▲50\s?% · at most 20\s?%/);
    expect(await wall.figureState(2)).toBe('missed');
    expect(await wall.figureState(1)).toBe('met');
  });

  it('has no tile for an operator who is logged out, and counts them', async () => {
    const wall = await wallOf([live({ id: '1' }), live({ id: '2' }, { state: 'STATE_LOGOUT', status: 'offline' })]);
    expect(await wall.tiles()).toHaveLength(1);
    expect((await (await wall.host()).text()).replaceAll(/\s+/g, ' ')).toContain('Logged out: 1');
  });

  it('turns its pages by itself until told to stay, and cuts nobody', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'performance'] });
    roomOf(420, 180);
    const wall = await wallOf(Array.from({ length: 20 }, (_, id) => live({ id: String(id), name: `Name ${id}` })));
    await jest.advanceTimersByTimeAsync(100);
    const seen = new Set<string>();
    const look = async (): Promise<void> => {
      for (const tile of await wall.tiles()) seen.add(await tile.name());
    };
    await look();
    expect(await wall.page()).toBe('Page 1 of 3');
    for (let page = 2; page <= 3; page += 1) {
      await jest.advanceTimersByTimeAsync(15_000);
      await look();
      expect(await wall.page()).toBe(`Page ${page} of 3`);
    }
    expect(seen.size).toBe(20);
    await await (await wall.host()).matchesSelector('*');
  });

  it('says since when nothing is known, and calls no figure met', async () => {
    const wall = await wallOf([live({ id: '1' })]);
    hub.status.set('reconnecting');
    fixture.detectChanges();
    expect(await wall.lost()).toMatch(/10:00|\d\d:00/);
  });

  it('keeps the last figures without the hub, and calls alerts not known', async () => {
    const wall = await wallOf([longClerical('3'), live({ id: '4' })]);
    const counts = async () => (await wall.figures()).map((figure) => /[\d?]+/.exec(figure)?.[0]);
    const marked = async () => (await (await wall.tiles())[0]?.time())?.includes('▲');
    expect([await counts(), await marked()]).toEqual([['0', '1', '1', '0', '1'], true]);
    hub.status.set('reconnecting');
    hub.now = () => hub.clock + 600_000;
    TestBed.inject(BoardTick).beat();
    fixture.detectChanges();
    expect([await counts(), await marked()]).toEqual([['0', '1', '1', '0', '?'], false]);
    expect(await wall.figureState(4)).toBe('none');
  });

  it('shows the last figures also if it is opened without the hub, and tiles of nobody who was logged out', async () => {
    hub.status.set('reconnecting');
    hub.now = () => hub.clock + 600_000;
    const wall = await wallOf([
      longClerical('3'),
      live({ id: '4' }),
      live({ id: '5' }, { state: 'STATE_LOGOUT', status: 'offline' }),
    ]);
    expect((await wall.figures()).map((figure) => /[\d?]+/.exec(figure)?.[0])).toEqual(['0', '1', '1', '0', '?']);
    expect(await wall.tiles()).toHaveLength(2);
  });
});
