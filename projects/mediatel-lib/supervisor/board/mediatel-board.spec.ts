import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { OperatorRecord } from 'mediatel-lib/hub-protocol';
import { MediatelBoardHarness } from 'mediatel-lib/testing';
import { type FakeHub, fakeHub } from '../hub/fake-hub.fixture';
import { recordOf } from 'test-kit';
import { MediatelBoard } from './mediatel-board';

describe('MediatelBoard', () => {
  let hub: FakeHub;
  let board: MediatelBoardHarness;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    hub = await fakeHub();
    board = await TestbedHarnessEnvironment.harnessForFixture(
      TestBed.createComponent(MediatelBoard),
      MediatelBoardHarness,
    );
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

  it('counts everybody and each state, and shows one state alone', async () => {
    two();
    expect(await board.counters()).toEqual(['All 2', 'In a call 1', 'Available 1']);
    await board.filter(1);
    expect(await wall()).toEqual(['Petro']);
    await board.filter(1);
    expect(await wall()).toEqual(['Olena Kovalenko', 'Petro']);
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

  it('shows the log of requests to those who may make them', async () => {
    hub.show([live({})], { requests: [] });
    await expect(board.toggleAudit()).rejects.toThrow();
    two();
    hub.log = null;
    await board.toggleAudit();
    expect(await (await board.audit())?.status()).not.toBe('');
  });
});
