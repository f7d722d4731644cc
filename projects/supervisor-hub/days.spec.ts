import type { BoardRights } from 'mediatel-lib/hub-protocol';
import { presenceOf, recordOf } from 'test-kit';
import { DayCalendar } from './day-calendar';
import { Days } from './days';
import { MemoryStore } from './memory-store';
import { Roster } from './roster';
import { teams } from './hub.fixture';
import { entryOf } from './timeline';

const rights = (...names: string[]): BoardRights => ({ supervisor: 's', teams: names, numbers: false, requests: [] });
const minutes = (count: number): number => count * 60_000;

describe('the days', () => {
  const midnight = new Date(2026, 10, 23).getTime();
  let now = midnight;
  const store = new MemoryStore(() => now);
  const roster = new Roster(() => now);
  const clock = { now: () => now };
  const calendar = new DayCalendar();
  const nameOf = (login: string): string => login.toUpperCase();
  const days = new Days({ roster, store, teams, nameOf, clock, calendar });

  const write = (operator: string, id: string, from: number, state: string, status: string): Promise<void> => {
    const told = recordOf({}, { receivedAt: from, presence: presenceOf({ operator, since: null, state, status }) });
    return store.append([{ id, operator, entry: entryOf(told) }]);
  };

  beforeAll(async () => {
    await write('agent1', '301', midnight - minutes(30), 'STATE_IDLE', 'available');
    await write('agent1', '301', midnight + minutes(60), 'STATE_CLERICAL', 'clerical');
    await write('agent1', '301', midnight + minutes(70), 'STATE_LOGOUT', 'offline');
    await write('agent3', '303', midnight - minutes(10), 'STATE_PAUSE', 'pause');
    roster.addIfNewer(recordOf({}, { id: '303', name: 'Loans', team: 'Loans' }));
    now = midnight + minutes(120);
  });

  it('days begin as the day before ended, and keep operators who have left', async () => {
    const today = await days.timelines(rights('Banks', 'Loans'), { operators: ['301', '303'] });
    expect(today).toMatchObject({ day: '2026-11-23', begin: midnight, until: now });
    expect(today.operators).toMatchObject([
      {
        id: '301',
        name: 'AGENT1',
        team: 'Banks',
        complete: true,
        segments: [
          { from: midnight, state: 'STATE_IDLE' },
          { state: 'STATE_CLERICAL' },
          { state: 'STATE_LOGOUT', to: null },
        ],
      },
      { id: '303', segments: [{ from: midnight, to: null, state: 'STATE_PAUSE' }] },
    ]);
    const { operators } = await days.totals(rights('Banks', 'Loans'), {});
    expect(operators).toMatchObject([
      { id: '301', totals: { available: minutes(60), clerical: minutes(10), present: minutes(70) } },
      { id: '303', totals: { paused: minutes(120), present: minutes(120) } },
    ]);
    const yesterday = await days.totals(rights('Banks', 'Loans'), { day: '2026-11-22' });
    expect(yesterday.until).toBe(midnight);
    expect(yesterday.operators).toMatchObject([
      { totals: { present: minutes(30) } },
      { totals: { present: minutes(10) } },
    ]);
  });

  it('days show only the teams that a board may watch, whatever it requests', async () => {
    const answer = await days.timelines(rights('Banks'), { operators: ['301', '303', 'nobody'] });
    expect(answer.operators.map(({ id }) => id)).toEqual(['301']);
    expect((await days.totals(rights(), {})).operators).toEqual([]);
  });

  it('an unreadable request gets today without operators', async () => {
    for (const wanted of [null, 'x', { operators: 'x', day: '2026-99-99' }, { operators: [1], day: {} }]) {
      expect(await days.timelines(rights('Banks'), wanted)).toMatchObject({ day: '2026-11-23', operators: [] });
    }
  });

  it('totals come in bounded pages, each operator once', async () => {
    const many = new MemoryStore(() => now);
    for (let i = 0; i < 230; i += 1) {
      const entry = entryOf(recordOf({}, { receivedAt: midnight, presence: presenceOf({ since: null }) }));
      await many.append([{ id: `id${i}`, operator: 'agent1', entry }]);
    }
    const paged = new Days({
      roster: new Roster(() => now),
      store: many,
      teams,
      nameOf,
      clock,
      calendar,
    });
    const seen: string[] = [];
    let after: string | null = '';
    let pages = 0;
    while (after !== null) {
      const page = await paged.totals(rights('Banks'), { after });
      seen.push(...page.operators.map(({ id }) => id));
      after = page.next;
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(230);
    const asked = { operators: Array.from({ length: 230 }, (_, i) => `id${i}`) };
    expect((await paged.timelines(rights('Banks'), asked)).operators).toHaveLength(50);
  });

  it('days begin at midnight of the configured zone', async () => {
    const kyiv = new DayCalendar('Europe/Kyiv');
    const kept = new MemoryStore(() => now, undefined, kyiv);
    const from = Date.parse('2026-11-22T22:30:00Z');
    const entry = entryOf(recordOf({}, { receivedAt: from, presence: presenceOf({ since: null }) }));
    await kept.append([{ id: '301', operator: 'agent1', entry }]);
    const at = { now: () => from + minutes(60) };
    const chosen = new Days({ roster: new Roster(at.now), store: kept, teams, nameOf, clock: at, calendar: kyiv });
    expect(await chosen.timelines(rights('Banks'), { operators: ['301'] })).toMatchObject({
      day: '2026-11-23',
      begin: Date.parse('2026-11-22T22:00:00Z'),
      end: Date.parse('2026-11-23T22:00:00Z'),
      timeZone: 'Europe/Kyiv',
      operators: [{ segments: [{ from, state: 'STATE_IDLE' }] }],
    });
  });
});
