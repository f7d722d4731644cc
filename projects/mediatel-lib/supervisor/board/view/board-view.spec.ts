import { TestBed } from '@angular/core/testing';
import type { OperatorRecord } from 'mediatel-lib/hub-protocol';
import { recordOf } from 'test-kit';
import { OperatorAlerts } from '../../alerts/operator-alerts';
import { BoardTick } from '../../hub/board-tick';
import { type FakeHub, fakeHub } from '../../hub/fake-hub.fixture';
import { BoardView } from './board-view';

const minute = 60_000;

describe('BoardView', () => {
  let hub: FakeHub;
  let view: BoardView;
  let now: number;

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [BoardView] });
    hub = await fakeHub();
    now = hub.clock;
    hub.now = () => now;
    view = TestBed.inject(BoardView);
  });

  const ready = ['STATE_IDLE', 'available'] as const;
  const clerical = ['STATE_CLERICAL', 'clerical'] as const;
  const lasting = (
    id: string,
    [state, status]: readonly [string, string],
    minutes: number,
    changes: Partial<OperatorRecord> = {},
  ): OperatorRecord =>
    recordOf({ state, status, since: 0, serverTime: minutes * minute } as Partial<OperatorRecord['presence']>, {
      id,
      name: id,
      receivedAt: now,
      confirmedAt: now,
      ...changes,
    });
  const show = (...records: readonly OperatorRecord[]): void => {
    hub.show(records);
    now += 1;
    TestBed.inject(BoardTick).beat();
    TestBed.tick();
    view.change({});
  };
  const keys = (): readonly string[] => view.lines().map(({ kind, key }) => (kind === 'group' ? `[${key}]` : key));

  it('has those with an alert first, red before amber, then the longest, those without work last', () => {
    show(
      lasting('short', ready, 1),
      lasting('long', ready, 60),
      lasting('out', ['STATE_LOGOUT', 'offline'], 500),
      lasting('amber', ['STATE_PAUSE', 'pause'], 20),
      lasting('red', clerical, 7),
      lasting('gone', ready, 90, { confidence: 'unconfirmed', confirmedAt: now - 5 * minute }),
    );
    expect(keys()).toEqual(['red', 'amber', 'long', 'short', 'out', 'gone']);
    view.change({ state: 'attention' });
    expect(keys()).toEqual(['red', 'amber']);
  });

  it('counts the gone apart from the unconfirmed, whose time is not known', () => {
    show(
      lasting('gone', ready, 90, { confidence: 'unconfirmed', confirmedAt: now - 5 * minute }),
      lasting('silent', ready, 90, { confidence: 'unconfirmed', confirmedAt: now - 4 * minute }),
    );
    expect([...view.summary().counts]).toEqual([
      ['gone', 1],
      ['unconfirmed', 1],
    ]);
    expect(view.summary().longest.size).toBe(0);
  });

  it('shows the last numbers also if it is opened without the hub', () => {
    hub.status.set('reconnecting');
    now += 10 * minute;
    hub.show([lasting('ready', ready, 1, { receivedAt: hub.clock, confirmedAt: hub.clock })]);
    TestBed.inject(BoardTick).beat();
    TestBed.tick();
    expect([...view.summary().counts.keys()]).toEqual(['available']);
  });

  it('keeps the numbers while a connected hub is silent: nobody has reported then', () => {
    show(lasting('long', ready, 60));
    now += 11_000;
    TestBed.inject(BoardTick).beat();
    TestBed.tick();
    expect([view.isCurrent(), [...view.summary().counts.keys()]]).toEqual([false, ['available']]);
    hub.heardAt.set(now);
    TestBed.tick();
    expect([view.isCurrent(), [...view.summary().counts.keys()]]).toEqual([true, ['unconfirmed']]);
  });

  it('keeps numbers and order without the hub, and follows again with it', () => {
    show(lasting('long', ready, 60), lasting('late', clerical, 4));
    expect(keys()).toEqual(['late', 'long']);
    hub.status.set('reconnecting');
    now += 10 * minute;
    TestBed.inject(BoardTick).beat();
    TestBed.tick();
    view.change({});
    expect([keys(), [...view.summary().counts.keys()].sort()]).toEqual([
      ['late', 'long'],
      ['available', 'clerical'],
    ]);
    hub.status.set('connected');
    hub.heardAt.set(now);
    TestBed.inject(BoardTick).beat();
    TestBed.tick();
    expect([...view.summary().counts.keys()]).toEqual(['gone']);
  });

  it('folds a group to its heading, which has the states of all its operators, and remembers it', () => {
    show(
      lasting('a', ready, 2, { team: 'Banks' }),
      lasting('b', clerical, 1, { team: 'Banks' }),
      lasting('c', ready, 1, { team: 'Loans' }),
    );
    view.change({ group: 'team' });
    expect(keys()).toEqual(['[Banks]', 'a', 'b', '[Loans]', 'c']);
    view.fold('Banks');
    expect([keys(), view.isFolded('Banks')]).toEqual([['[Banks]', '[Loans]', 'c'], true]);
    expect(view.mixes().get('Banks')).toEqual([
      { state: 'clerical', count: 1 },
      { state: 'available', count: 1 },
    ]);
    expect(JSON.parse(localStorage.getItem('mediatel.board-look') ?? '{}')).toMatchObject({ folded: ['team:Banks'] });
    // A queue of the same name is another group.
    view.change({ group: 'queue' });
    expect(view.isFolded('Banks')).toBe(false);
  });

  it('shows the chosen kind of alerts alone', () => {
    show(lasting('a', clerical, 4), lasting('b', ['STATE_PAUSE', 'pause'], 20), lasting('c', ready, 1));
    TestBed.inject(OperatorAlerts).choose('paused');
    TestBed.tick();
    expect([keys(), view.summary().total]).toEqual([['b'], 3]);
  });
});
