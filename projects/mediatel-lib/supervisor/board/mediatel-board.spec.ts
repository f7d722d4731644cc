import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { OperatorRecord } from 'mediatel-lib/hub-protocol';
import { MediatelBoardHarness } from 'mediatel-lib/testing';
import { type FakeHub, fakeHub } from '../hub/fake-hub.fixture';
import { recordOf, until } from 'test-kit';
import { BoardTick } from '../hub/board-tick';
import { MediatelBoard } from './mediatel-board';
import { BoardView } from './view/board-view';

describe('MediatelBoard', () => {
  let hub: FakeHub;
  let board: MediatelBoardHarness;
  let fixture: ComponentFixture<MediatelBoard>;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    hub = await fakeHub();
    fixture = TestBed.createComponent(MediatelBoard);
    board = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelBoardHarness);
  });
  afterEach(() => localStorage.clear());

  const live = (changes: Partial<OperatorRecord>, talking = false): OperatorRecord =>
    recordOf(talking ? { state: 'STATE_CALL_ACTIVE', status: 'in_a_call' } : {}, {
      receivedAt: hub.clock,
      confirmedAt: hub.clock,
      ...changes,
    });
  const two = (): void => {
    hub.show([live({}), live({ id: '302', name: 'Petro' }, true)], { requests: ['message', 'logout'] });
  };
  const wall = async (): Promise<readonly string[]> => {
    await board.chooseLayout('tiles');
    const tiles = (await (await board.wall())?.tiles()) ?? [];
    return Promise.all(tiles.map((tile) => tile.name()));
  };

  it('counts alerts, everybody and each state, also those without operators, and shows one state alone', async () => {
    two();
    expect(await board.counters()).toEqual([
      'Needs attention 0',
      'All 2',
      'In a call 1',
      'Available 1',
      'After call 0',
      'Pause 0',
      'On hold 0',
      'Other 0',
    ]);
    expect(await board.facts()).toEqual(['No alerts']);
    await board.filter(2);
    expect(await wall()).toEqual(['Petro']);
    await board.filter(2);
    expect(await wall()).toEqual(['Olena Kovalenko', 'Petro']);
  });

  describe('as a wall', () => {
    const figures = async () => (await (await board.wall())?.figures()) ?? [];
    const start = (figure: string | undefined): string | undefined => /^\D+\d+/.exec(figure ?? '')?.[0];

    it('has no second row of figures, except for a filter, whose figures stay those of the whole team', async () => {
      two();
      await board.chooseLayout('tiles');
      expect(await board.counters()).toEqual([]);
      expect((await figures()).slice(0, 2).map(start)).toEqual(['In a call 1', 'Available 1']);
      await board.chooseLayout('rows');
      await board.filter(2);
      expect(await wall()).toEqual(['Petro']);
      expect((await board.counters())[1]).toBe('All 2');
      expect((await figures()).slice(0, 2).map(start)).toEqual(['In a call 1', 'Available 1']);
      await board.filter(1);
      expect(await wall()).toHaveLength(2);
      await board.chooseLayout('rows');
      await board.chooseLayout('tiles');
      expect(await board.counters()).toEqual([]);
    });

    it('leaves nobody out of a folded group', async () => {
      two();
      const view = fixture.debugElement.injector.get(BoardView);
      view.change({ group: 'team' });
      view.fold('Banks');
      expect(await wall()).toEqual(['Olena Kovalenko', 'Petro']);
    });
  });

  describe('with alerts', () => {
    const minute = 60_000;
    const lasting = (id: string, state: string, status: string, minutes: number): OperatorRecord =>
      recordOf({ state, status, since: 0, serverTime: minutes * minute } as Partial<OperatorRecord['presence']>, {
        id,
        name: id,
        receivedAt: hub.clock,
        confirmedAt: hub.clock,
      });
    beforeEach(() => {
      hub.show([
        lasting('free', 'STATE_IDLE', 'available', 60),
        lasting('late', 'STATE_CLERICAL', 'clerical', 4),
        lasting('later', 'STATE_CLERICAL', 'clerical', 7),
        lasting('away', 'STATE_PAUSE', 'pause', 16),
      ]);
      hub.now = () => hub.clock + 1;
      TestBed.inject(BoardTick).beat();
      TestBed.tick();
    });

    it('groups them by kind, and shows their operators alone', async () => {
      expect((await board.counters())[0]).toBe('Needs attention 3');
      expect((await board.facts()).map((fact) => fact.replaceAll('\u00a0', ' '))).toEqual([
        '2 after call over 3 min',
        '1 on pause over 15 min',
      ]);
      await board.filter(0);
      expect([...(await wall())].sort()).toEqual(['away', 'late', 'later']);
      await board.filter(0);
      expect(await wall()).toHaveLength(4);
    });

    it('without the hub keeps the numbers, and says that alerts are not known', async () => {
      hub.status.set('reconnecting');
      hub.now = () => hub.clock + 10 * minute;
      TestBed.inject(BoardTick).beat();
      TestBed.tick();
      expect(await board.isStale()).toBe(true);
      expect((await board.counters()).slice(0, 5)).toEqual([
        'Needs attention ?',
        'All 4',
        'In a call 0',
        'Available 1',
        'After call 2',
      ]);
      expect(await board.facts()).toEqual([expect.stringMatching(/^Alerts not known since \d\d:\d\d$/)]);
      await board.retry();
      expect(hub.retries).toBe(1);
    });
  });

  it('keeps the place of the rows until the first snapshot, and never says that nobody is there', async () => {
    hub.status.set('connecting');
    expect(await board.skeletonLines()).toBe(8);
    expect(await board.nobody()).toBeNull();
    hub.status.set('connected');
    two();
    expect(await board.skeletonLines()).toBe(0);
  });

  it('says within 2 s that the first connection does not come, with a retry', async () => {
    hub.heardAt.set(null);
    hub.status.set('connecting');
    expect(await board.banner()).toBeNull();
    await until(async () => (await board.banner()) !== null, 'the banner');
    expect(await board.banner()).toContain('No connection to the server');
    await board.retry();
    expect(hub.retries).toBe(1);
  });

  it('finds an operator by the name, and says that nobody is found', async () => {
    two();
    await board.search('pet');
    expect(await wall()).toEqual(['Petro']);
    await board.chooseLayout('rows');
    await board.search('nobody at all');
    expect(await board.nobody()).toContain('nobody at all');
  });

  it.each(['reconnecting', 'refused', 'unavailable'] as const)(
    'says what is wrong with the connection: %s',
    async (status) => {
      two();
      expect(await board.banner()).toBeNull();
      hub.status.set(status);
      expect(await board.banner()).not.toBe('');
      expect(await board.banner()).not.toBeNull();
    },
  );

  it('says neither how many nor of when, before anything is known', async () => {
    hub.status.set('reconnecting');
    hub.heardAt.set(hub.clock);
    expect((await board.counters()).slice(1)).toEqual(
      ['All', 'In a call', 'Available', 'After call', 'Pause', 'On hold', 'Other'].map((word) => `${word} –`),
    );
    expect(await board.banner()).toContain('No connection to the server: trying again…');
    two();
    expect((await board.counters())[1]).toBe('All 2');
    expect(await board.banner()).toContain('Connection lost. Showing the last known state from');
  });

  it('shows the log of requests to those who may make them', async () => {
    hub.show([live({})], { requests: [] });
    expect(await board.panels()).not.toContain('Requests to operators');
    two();
    hub.log = null;
    await board.openPanel('Requests to operators');
    expect(await (await board.audit())?.status()).not.toBe('');
  });

  it('applies a saved view, and closes their panel', async () => {
    two();
    await board.filter(2);
    await board.openPanel('Saved views');
    await (await board.savedViews())?.save('Talkers');
    await board.filter(1);
    await (await board.savedViews())?.openView(0);
    expect(await board.savedViews()).toBeNull();
    expect(await wall()).toEqual(['Petro']);
  });
});
