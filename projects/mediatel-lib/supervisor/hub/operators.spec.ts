import { TestBed } from '@angular/core/testing';
import type { HubDelta, Presence } from 'mediatel-lib/hub-protocol';
import { provideFakePorts } from 'mediatel-lib/testing';
import fc from 'fast-check';
import { Subject } from 'rxjs';
import { recordOf } from 'test-kit';
import {
  type BoardSettings,
  type BoardOperator,
  arrange,
  boardGroups,
  boardSorts,
} from '../board/view/board-arrangement';
import { boardStates } from '../board/view/board-state';
import { appearanceOf, isLive, secondsInState } from './operator-view';
import { MediatelOperators } from './operators';
import { type HubMessage, HubClient } from './hub-client';

const id = fc.constantFrom('1', '2', '3', '4');
const ids = fc.uniqueArray(id);
const record = fc
  .record({ id, epoch: fc.integer({ min: 1, max: 3 }), seq: fc.integer({ min: 1, max: 9 }) })
  .map((changes) => recordOf({}, { ...changes, name: `${changes.epoch}.${changes.seq}` }));
const frame: fc.Arbitrary<HubDelta> = fc.record({
  at: fc.integer({ min: 1, max: 1e9 }),
  changed: fc.uniqueArray(record, { selector: ({ id }) => id }),
  confirmed: ids,
  unconfirmed: ids,
  gone: ids,
});
const message: fc.Arbitrary<HubMessage> = fc.oneof(
  { weight: 8, arbitrary: frame.map((frame): HubMessage => ({ type: 'frame', frame })) },
  fc.uniqueArray(record, { selector: ({ id }) => id }).map((operators): HubMessage => ({
    type: 'picture',
    picture: { at: 1, operators, rights: { supervisor: 's', teams: [], numbers: true, requests: [] } },
  })),
);

function board(): { messages: Subject<HubMessage>; operators: MediatelOperators; close: () => void } {
  const messages = new Subject<HubMessage>();
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [provideFakePorts(), { provide: HubClient, useValue: { messages, now: () => 0 } }],
  });
  const operators = TestBed.inject(MediatelOperators);
  return { messages, operators, close: () => TestBed.resetTestingModule() };
}

const shown = (operators: MediatelOperators): unknown =>
  Array.from(operators.all(), ({ id, record, confirmedAt }) => [id, record(), confirmedAt()]).sort();

describe('Operators', () => {
  it('holds the same whether deltas are applied one by one or many at once', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 20, size: 'max' }), (all) => {
        const single = board();
        for (const one of all) {
          single.messages.next(one);
          single.operators.flush();
        }
        const expected = shown(single.operators);
        const many = board();
        for (const one of all) many.messages.next(one);
        many.operators.flush();
        expect(shown(many.operators)).toEqual(expected);
        many.close();
      }),
      { numRuns: 60 },
    );
  });

  it('never goes back to an earlier report, and renders nothing for a heartbeat', () => {
    const { messages, operators } = board();
    const receive = (changes: Partial<HubDelta>): void => {
      messages.next({
        type: 'frame',
        frame: { at: 7, changed: [], confirmed: [], unconfirmed: [], gone: [], ...changes },
      });
      operators.flush();
    };
    receive({ changed: [recordOf({}, { epoch: 2, name: 'later' })] });
    receive({ changed: [recordOf({}, { epoch: 1, seq: 9, name: 'earlier' })] });
    const before = operators.get('301')?.record();
    receive({ at: 9_000_000, confirmed: ['301'] });
    expect(operators.get('301')?.record()).toBe(before);
    expect(before?.name).toBe('later');
    expect(operators.get('301')?.confirmedAt()).toBe(9_000_000);
  });
});

describe('an operator on the board', () => {
  it('looks live only while reports come, whatever the hub last said', () => {
    expect(isLive(recordOf(), 2_000_000, 2_009_000)).toBe(true);
    expect(isLive(recordOf(), 2_000_000, 2_010_000)).toBe(false);
    expect(isLive(recordOf({}, { confidence: 'unconfirmed' }), 2_000_000, 2_000_000)).toBe(false);
  });

  it('computes its time in the state from differences within one clock', () => {
    expect(secondsInState(recordOf({ serverTime: 1_005_000 }), 2_010_000)).toBe(15);
    expect(secondsInState(recordOf(), null)).toBeNull();
  });

  it('is not available without a working phone, and keeps its phase through a passing state', () => {
    const look = (changes: Partial<Presence>): string => appearanceOf(recordOf(changes));
    expect(look({})).toBe('available');
    expect(look({ registered: 'waiting' })).toBe('notReady');
    expect(look({ microphone: 'failed' })).toBe('notReady');
    expect(look({ connected: false })).toBe('notReady');
    expect(look({ state: 'STATE_MUTE', status: 'in_a_call' })).toBe('talking');
    expect(look({ state: 'STATE_NEW', status: 'new' })).toBe('unknown');
  });
});

describe('arrange', () => {
  const { operators, messages } = board();
  messages.next({
    type: 'picture',
    picture: {
      at: 1,
      rights: { supervisor: 's', teams: [], numbers: true, requests: [] },
      operators: Array.from({ length: 30 }, (_, index) => recordOf({}, { id: String(index) })),
    },
  });
  operators.flush();
  const entries = [...operators.all()];
  const standings: fc.Arbitrary<readonly BoardOperator[]> = fc
    .array(
      fc.record({
        name: fc.constantFrom('Ганна', 'Ірина', 'Їжак', 'Anna'),
        team: fc.constantFrom('Banks', 'Loans'),
        queue: fc.constantFrom('DM_1', 'DM_10', 'DM_2', null),
        state: fc.constantFrom(...boardStates),
        seconds: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
        mos: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
        alert: fc.constantFrom('amber', 'red', null),
      }),
      { maxLength: 30, size: 'max' },
    )
    .map((all) => all.flatMap((one, at) => (entries[at] ? [{ ...one, login: `agent${at}`, entry: entries[at] }] : [])));
  const settings: fc.Arbitrary<BoardSettings> = fc.record({
    search: fc.constantFrom('', 'ї', 'loans', 'nobody'),
    // Half of them without a state: else a run may meet no unfiltered board at all.
    state: fc.option(fc.constantFrom('attention', ...boardStates), { nil: null, freq: 1 }),
    group: fc.constantFrom(...boardGroups),
    sort: fc.constantFrom(...boardSorts),
    descending: fc.boolean(),
  });

  it('shows every matching operator exactly once, and groups with their numbers, in any order', () => {
    let unfiltered = 0;
    fc.assert(
      fc.property(standings, settings, (all, wanted) => {
        const lines = arrange(all, wanted, 'uk');
        const found = lines.flatMap((line) => (line.kind === 'operator' ? [line.key] : []));
        const ungrouped = arrange(all, { ...wanted, group: 'none' }, 'uk').map(({ key }) => key);
        expect([...found].sort()).toEqual([...ungrouped].sort());
        expect(new Set(found).size).toBe(found.length);
        const counted = lines.reduce((sum, line) => sum + (line.kind === 'group' ? line.count : 0), 0);
        expect(counted).toBe(wanted.group === 'none' ? 0 : found.length);
        const isUnfiltered = wanted.search === '' && wanted.state === null;
        if (isUnfiltered && all.length > 0) unfiltered++;
        expect(isUnfiltered ? found.length : all.length).toBe(all.length);
      }),
    );
    expect(unfiltered).toBeGreaterThan(0);
  });

  it('gives the same order for the same operators, in whatever order they come', () => {
    fc.assert(
      fc.property(standings, settings, (all, wanted) => {
        expect(arrange([...all].reverse(), wanted, 'uk')).toEqual(arrange(all, wanted, 'uk'));
      }),
    );
  });
});

it('shows an operator without a name by the login: a row without a name would have a button without words', () => {
  const { messages, operators } = board();
  const rights = { supervisor: 's', teams: [], numbers: true, requests: [] };
  const known = [
    recordOf({ operator: 'agent7' }, { id: '1', name: '  ' }),
    recordOf({ operator: '' }, { id: '2', name: '' }),
    recordOf({}, { id: '3', name: ' שלומית 3 ' }),
  ];
  messages.next({ type: 'picture', picture: { at: 1, operators: known, rights } });
  operators.flush();
  expect(Array.from(operators.all(), ({ record }) => record().name)).toEqual(['agent7', '2', 'שלומית 3']);
});
