import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { IDBFactory } from 'fake-indexeddb';
import { FlightRecorder } from 'mediatel-lib/ports';
import { FakeAgentConnection, FakeSoftphone, StoreHarness, fakeAccount } from 'mediatel-lib/testing';
import { until } from 'test-kit';
import { storedChunks, withDatabases, withoutDatabases } from './databases.fixture';
import { FlightArchive } from './flight-archive';
import type { FlightFile } from './flight-file';
import type { FlightRecorderOptions } from './flight-options';
import { provideFlightRecorder } from './provide-flight-recorder';

let databases: IDBFactory;
/** The wall clock when the page began (ms). */
let began = Date.now();

const ports = { connection: FakeAgentConnection, softphone: FakeSoftphone };

/** A page that was loaded just now. The one before it is gone, and did nothing more. */
const load = (user = 'agent1', options: FlightRecorderOptions = {}): StoreHarness => {
  TestBed.resetTestingModule();
  began += 10_000;
  const account = { ...fakeAccount, mediatel: { ...fakeAccount.mediatel, user } };
  const page = new StoreHarness({ account: () => Promise.resolve(account) }, [provideFlightRecorder(ports, options)]);
  jest.spyOn(Date, 'now').mockImplementation(() => began + page.clock.monotonic());
  return page;
};

const readReport = async (): Promise<FlightFile> =>
  JSON.parse(await TestBed.inject(FlightRecorder).text()) as FlightFile;

/** The states of Mediatel, and `reload` wherever a page began. */
const happened = ({ entries }: FlightFile): string[] =>
  entries.flatMap((entry) => {
    if (entry.type === 'page' && entry.event === 'loaded') return ['reload'];
    if (entry.type !== 'message' || entry.message.type !== 'snapshot') return [];
    return [(entry.message.data as { state: string }).state];
  });

/** What the browser stores, as text. */
const stored = async (): Promise<string> => JSON.stringify(await storedChunks(databases));

/** A call of an operator, up to the after-call work. */
async function call(user?: string, options?: FlightRecorderOptions): Promise<StoreHarness> {
  const page = load(user, options);
  await page.signIn('STATE_IDLE');
  page.clock.advance(1000);
  page.snapshot('STATE_CALL_ACTIVE', { ani: '0661234501', callTraceID: '1' });
  page.clock.advance(5000);
  page.snapshot('STATE_CLERICAL', { ani: '0661234501', callTraceID: '1' });
  await TestBed.inject(FlightRecorder).text();
  return page;
}

beforeEach(() => {
  databases = withDatabases();
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  jest.restoreAllMocks();
  withoutDatabases();
});

// First: later tests load the effects, which stay loaded.
describe('a sign-out before any effect is loaded', () => {
  it('deletes what a page before left', async () => {
    const limits = { milliseconds: 60_000, characters: 1000 };
    const before = new FlightArchive({ databases, limits, tab: 'tab' });
    before.begin('agent1');
    const entries = [{ at: 0, kind: 'closed', text: 'left' }];
    await before.write({ entries, beginsAt: 0, lasting: [], origin: Date.now() });
    expect(await stored()).toContain('left');
    await load().session.signOut();
    await until(async () => (await stored()) === '[]', 'the recording is deleted');
  });
});

describe('a report after a reload', () => {
  it('holds what was before, in the order of time, and says where the reload was', async () => {
    await call();
    await load().signIn('STATE_CLERICAL');
    const file = await readReport();
    expect(file.storage).toBe('browser');
    expect(happened(file)).toEqual([
      ...['reload', 'STATE_IDLE', 'STATE_CALL_ACTIVE', 'STATE_CLERICAL'],
      ...['reload', 'STATE_CLERICAL'],
    ]);
    expect(file.savedAt.monotonic).toBeGreaterThanOrEqual(file.entries.at(-1)!.at);
  });

  it('holds the pages of several reloads', async () => {
    await call();
    await call();
    await load().signIn('STATE_IDLE');
    expect(happened(await readReport()).filter((what) => what === 'reload')).toHaveLength(3);
  });

  it('holds what happened just before the page was left', async () => {
    const page = load();
    await page.signIn('STATE_IDLE');
    await readReport();
    page.snapshot('STATE_PAUSE');
    dispatchEvent(new Event('pagehide'));
    // No timer of the page runs any more.
    TestBed.resetTestingModule();
    await until(() => stored().then((text) => text.includes('pagehide')), 'the last entries are stored');
    await load().signIn('STATE_PAUSE');
    expect(happened(await readReport())).toEqual(['reload', 'STATE_IDLE', 'STATE_PAUSE', 'reload', 'STATE_PAUSE']);
  });

  it('holds nothing of before until the operator is signed in again', async () => {
    await call();
    load();
    expect(happened(await readReport())).toEqual(['reload']);
  });

  it('is stored without the customer’s number', async () => {
    await call();
    expect(await stored()).toContain('•••01');
    expect(await stored()).not.toContain('0661234501');
  });

  it('holds only this page if nothing is masked: customers’ data is never stored', async () => {
    await call('agent1', { maskNumbers: false });
    await load('agent1', { maskNumbers: false }).signIn('STATE_IDLE');
    const file = await readReport();
    expect(happened(file)).toEqual(['reload', 'STATE_IDLE']);
    expect(file.storage).toBe('unmasked');
    expect(await databases.databases()).toEqual([]);
  });

  it('holds only this page, and says so, where the browser stores nothing', async () => {
    withoutDatabases();
    await call();
    await load().signIn('STATE_IDLE');
    const file = await readReport();
    expect(happened(file)).toEqual(['reload', 'STATE_IDLE']);
    expect(file.storage).toBe('blocked');
  });
});

describe('a sign-out', () => {
  it('deletes the recording, in memory and in the storage', async () => {
    const page = await call();
    expect(await stored()).toContain('STATE_CALL_ACTIVE');
    page.snapshot('STATE_IDLE');
    const leaving = page.session.signOut();
    page.snapshot('STATE_LOGOUT');
    await leaving;
    expect(happened(await readReport())).toEqual([]);
    expect(await stored()).toBe('[]');
    await load().signIn('STATE_IDLE');
    expect(happened(await readReport())).toEqual(['reload', 'STATE_IDLE']);
  });

  it('deletes it in the operator’s other tabs', async () => {
    await call();
    dispatchEvent(new StorageEvent('storage', { key: 'mediatel.customers-forgotten', newValue: 'now' }));
    expect(happened(await readReport())).toEqual([]);
    expect(await stored()).not.toContain('STATE');
  });

  it('in another tab does not end the recording of an operator who stays', async () => {
    const page = await call();
    dispatchEvent(new StorageEvent('storage', { key: 'mediatel.customers-forgotten', newValue: 'now' }));
    page.snapshot('STATE_IDLE');
    await readReport();
    await load().signIn('STATE_IDLE');
    expect(happened(await readReport())).toEqual(['STATE_IDLE', 'reload', 'STATE_IDLE']);
  });

  it('deletes what a page before left, even if nobody signed in on this one', async () => {
    await call();
    await load().session.signOut();
    await until(async () => (await stored()) === '[]', 'the recording is deleted');
  });
});

describe('another operator', () => {
  it('gets nothing of the former one’s, who never signed out', async () => {
    await call('oksana');
    await load('petro').signIn('STATE_IDLE');
    const file = await readReport();
    expect(happened(file)).toEqual(['reload', 'STATE_IDLE']);
    expect(JSON.stringify(file)).not.toContain('oksana');
    expect(await stored()).not.toContain('oksana');
  });
});
