import { DatabaseSync } from 'node:sqlite';
import pino from 'pino';
import { newAccounts } from '../accounts';
import { ManualClock } from '../../server-kit';
import { CallStore } from '../farm/call-store';
import { FakeTelephony } from '../telephony/fake-telephony';
import { createLessons } from './lessons';

const database = new DatabaseSync(':memory:');
const lessons = createLessons({
  ...{ dataDir: '/nonexistent', database, calls: new CallStore(database), accounts: newAccounts() },
  ...{ voice: new FakeTelephony(), cut: () => true, clock: new ManualClock(), log: pino({ level: 'silent' }) },
  farm: () => {
    throw new Error('nobody is logged in');
  },
});
const entries = lessons.library.list();
afterAll(() => {
  lessons.close();
  database.close();
});

describe('a shipped scenario', () => {
  it('is one of at least twelve', () => {
    expect(entries.length).toBeGreaterThanOrEqual(12);
  });

  it.each(entries.map(({ id }) => id))('can be played in three languages: %s', (id) => {
    const entry = lessons.library.get(id);
    expect(entry).toMatchObject({ origin: 'shipped', problems: [], scenario: { id } });
    const scenario = entry?.scenario;
    const refusals = (['uk', 'ru', 'en'] as const).map(
      (language) => scenario && lessons.runs.refusalOf({ scenario, trainee: 'agent1', language }),
    );
    expect(refusals).toEqual([null, null, null]);
  });
});
