import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { AgentRequest } from 'mediatel-lib/protocol';
import pino from 'pino';
import { login, queueNamed, rules } from '../agent/agent.fixture';
import type { WireSnapshot } from '../agent/wire-snapshot';
import { ManualClock } from '../../server-kit';
import { CallStore } from './call-store';
import { openDatabase } from '../storage/database';
import { FakeTelephony } from '../telephony/fake-telephony';
import { CustomerDirectory, predictiveNumbers } from './customer-directory';
import { Farm } from './farm';
import type { FarmClient } from './farm-client';

class Browser implements FarmClient {
  readonly snapshots: WireSnapshot[] = [];
  readonly hosts: string[] = [];
  readonly user: string;
  unavailable = 0;
  dismissed = false;

  constructor(
    readonly userId: string | null,
    readonly sessionId: string,
  ) {
    this.user = userId === '302' ? 'agent2' : 'agent1';
  }

  snapshot = (snapshot: WireSnapshot): void => void this.snapshots.push(snapshot);
  remoteConnect = (host: string): void => void this.hosts.push(host);
  agentUnavailable = (): void => void this.unavailable++;
  dismiss = (): void => void (this.dismissed = true);

  get last(): WireSnapshot {
    return this.snapshots.at(-1) ?? {};
  }
}

let clock: ManualClock;
let telephony: FakeTelephony;
let database: DatabaseSync;
let calls: CallStore;

function farmOf(farmSize = 10, log = pino({ level: 'silent' })): Farm {
  const directory = new CustomerDirectory(calls, () => 'http://localhost:4200');
  const lingerMs = 120_000;
  return new Farm({ rules, spelling: 'documented', farmSize, lingerMs, clock, telephony, calls, directory, log });
}

function browserAt(farm: Farm, userId: string | null = '301', sessionId = 'morning'): Browser {
  const browser = new Browser(userId, sessionId);
  farm.connect(browser);
  return browser;
}

const send = (farm: Farm, browser: Browser, ...requests: AgentRequest[]): void => {
  for (const request of requests) farm.receive(browser, { request });
};

beforeEach(() => {
  clock = new ManualClock();
  telephony = new FakeTelephony();
  database = openDatabase(mkdtempSync(join(tmpdir(), 'farm-')));
  calls = new CallStore(database);
});

afterEach(() => database.close());

describe('a farm process', () => {
  it('sends a new client its host and the present state', () => {
    const browser = browserAt(farmOf());
    expect(browser.hosts).toEqual(['MTAgentFarm-TRAIN-001']);
    expect(browser.snapshots).toMatchObject([{ state: 'STATE_LOGOUT', host: 'MTAgentFarm-TRAIN-001' }]);
  });

  it('carries a call from dialling to its result', () => {
    const farm = farmOf();
    const browser = browserAt(farm);
    send(farm, browser, login, { type: 'makeCall', phoneNumber: '0661234501' });
    expect(telephony.last.request).toMatchObject({
      extension: '1001',
      customerNumber: '0661234501',
      direction: 'outgoing',
      queueName: 'DM_Banks_ManualCalls',
    });
    telephony.last.answer();
    clock.advance(30_000);
    send(farm, browser, { type: 'holdCall' }, { type: 'retrieveCall' }, { type: 'muteCall' }, { type: 'closeCall' });
    expect(telephony.last.done).toEqual(['dialCustomer', 'hold', 'retrieve', 'mute', 'end']);
    expect(browser.last).toMatchObject({ state: 'STATE_CLERICAL', callTraceID: telephony.last.callTraceId });
    telephony.last.report({ type: 'ended', by: 'server' });
    send(farm, browser, { type: 'resolutionSet', id: 4 });
    expect(browser.last).toMatchObject({ state: 'STATE_IDLE', callHistory: [] });
    expect(calls.ofOperators((operator) => operator === 'agent1')).toMatchObject([
      { number: '0661234501', duration: 30, codes: ['10. Обіцянка про оплату'], error: null },
    ]);
  });

  it.each([
    ['back by an hour', 3_600_000],
    ['forward by an hour', -3_600_000],
  ])('measures how long a call lasts, though the clock is set %s', (_how, ms) => {
    const farm = farmOf();
    const browser = browserAt(farm);
    send(farm, browser, login, { type: 'makeCall', phoneNumber: '0661234501' });
    telephony.last.answer();
    clock.advance(10_000);
    clock.setBack(ms);
    clock.advance(5000);
    send(farm, browser, { type: 'closeCall' });
    expect(calls.ofOperators(() => true)).toMatchObject([{ duration: 15 }]);
  });

  it('shows earlier contacts with the customer', () => {
    const farm = farmOf();
    const browser = browserAt(farm);
    send(farm, browser, login);
    for (const number of ['066 123-45-01', '+380661234501']) {
      send(farm, browser, { type: 'makeCall', phoneNumber: number });
      telephony.last.answer();
      send(farm, browser, { type: 'closeCall' }, { type: 'resolutionSet', id: 4 });
    }
    const inCall = browser.snapshots.filter(({ state }) => state === 'STATE_CALL_ACTIVE');
    expect(inCall).toMatchObject([
      { callHistory: [] },
      {
        callHistory: [
          { MCC_CHANNEL: '35', MCC_CALLTYPE: '3', MCC_CALLBACKID: '-1', MCC_RESULT: '10. Обіцянка про оплату' },
        ],
      },
    ]);
    expect(inCall[0]?.['callCustomerID']).toBe(inCall[1]?.['callCustomerID']);
  });

  it('times clerical out by the clock', () => {
    const farm = farmOf();
    const browser = browserAt(farm);
    send(farm, browser, login, { type: 'makeCall', phoneNumber: '0661234501' });
    telephony.last.answer();
    telephony.last.report({ type: 'ended', by: 'customer' });
    clock.advance(59_999);
    expect(browser.last).toMatchObject({ state: 'STATE_CLERICAL' });
    clock.advance(1);
    expect(browser.last).toMatchObject({ state: 'STATE_IDLE' });
    expect(clock.waiting).toBe(0);
  });

  it('brings predictive calls one after the other while the switch is on', () => {
    const farm = farmOf();
    const browser = browserAt(farm);
    send(farm, browser, login, { type: 'predictive' });
    for (const number of predictiveNumbers) {
      clock.advance(5000);
      expect(telephony.last.request).toMatchObject({ direction: 'predictive', customerNumber: number });
      telephony.last.report({ type: 'operatorAnswered' });
      expect(telephony.last.done).toEqual(['connectCustomer']);
      send(farm, browser, { type: 'closeCall' }, { type: 'resolutionSet', id: 401 });
    }
    expect(telephony.calls).toHaveLength(3);
  });

  it('a telephony that throws costs the call, not the process', () => {
    const farm = farmOf();
    const browser = browserAt(farm);
    telephony.startCall = () => {
      throw new Error('no line');
    };
    send(farm, browser, login, { type: 'makeCall', phoneNumber: '0661234501' });
    expect(browser.last).toMatchObject({ state: 'STATE_MAKECALL_FAILED', callErrorID: '-223' });
    clock.advance(1000);
    expect(browser.last).toMatchObject({ state: 'STATE_PAUSE' });
  });

  it('storage that fails does not stop the call', () => {
    const farm = farmOf();
    const browser = browserAt(farm);
    send(farm, browser, login);
    calls.started = () => {
      throw new Error('disk full');
    };
    send(farm, browser, { type: 'makeCall', phoneNumber: '0661234501' });
    telephony.last.answer();
    expect(browser.last).toMatchObject({ state: 'STATE_CALL_ACTIVE' });
  });
});

describe('incoming calls', () => {
  const offer = {
    direction: 'incoming',
    number: '0501112233',
    queue: queueNamed('IN_Support'),
    waitSeconds: 7,
  } as const;

  it('incoming calls reach an available operator, with the call’s page to open', () => {
    const farm = farmOf();
    const browser = browserAt(farm);
    send(farm, browser, login);
    const traceId = farm.offer('agent1', offer);
    expect(traceId).toBe(telephony.last.callTraceId);
    expect(browser.last).toMatchObject({ state: 'STATE_CALL_DELIVERED', callTraceID: traceId });
    expect(browser.last['webServer']).toContain(`calltraceID=${traceId}&ani=0501112233",false);`);
    expect(farm.offer('agent1', offer)).toBeNull();
  });

  it('incoming calls reach nobody who is not logged in', () => {
    const farm = farmOf();
    browserAt(farm);
    expect(farm.offer('agent1', offer)).toBeNull();
    expect(farm.offer('nobody', offer)).toBeNull();
  });
});

describe('the farm', () => {
  it('is full at its size, reports it, and treats the next request as another try', () => {
    const farm = farmOf(1);
    const first = browserAt(farm);
    const second = browserAt(farm, '302');
    expect(second.unavailable).toBe(1);
    expect(second.snapshots).toEqual([]);
    send(farm, second, { type: 'exit' });
    expect(second.unavailable).toBe(2);
    farm.disconnect(first);
    send(farm, second, { type: 'exit' });
    expect(second.last).toMatchObject({ state: 'STATE_LOGOUT' });
    expect(farm.size).toBe(1);
  });

  it('gives one operator a limited number of processes; of many sign-ins the newest takes over', () => {
    const lines: { msg: string; user?: string }[] = [];
    const sink = { write: (line: string) => void lines.push(JSON.parse(line)) };
    const farm = farmOf(4, pino({ level: 'warn' }, sink));
    const working = browserAt(farm, '301', 'desk');
    send(farm, working, login);
    const signIns = Array.from({ length: 55 }, (_, index) => browserAt(farm, '301', `sign-in ${index}`));
    expect(farm.size).toBe(2);
    expect(browserAt(farm, '302').last).toMatchObject({ state: 'STATE_LOGOUT' });
    // The logged-in one goes on. Of the others the newest is served, and the earlier ones are informed why they are
    // not.
    expect([working.dismissed, working.last['state']]).toEqual([false, 'STATE_IDLE']);
    const newest = signIns.pop();
    expect([newest?.dismissed, newest?.last['loginErrorID']]).toEqual([false, '0']);
    expect(signIns.every(({ dismissed, last }) => dismissed && last['loginErrorID'] === '4')).toBe(true);
    expect(lines).toMatchObject([{ msg: 'taken over by a newer sign-in', user: 'agent1' }]);
  });

  it('a full farm reuses a process that the same operator does not use', () => {
    const farm = farmOf(1);
    const earlier = browserAt(farm, '301', 'office');
    const newer = browserAt(farm, '301', 'home');
    expect([earlier.dismissed, newer.unavailable]).toEqual([true, 0]);
    expect(newer.last).toMatchObject({ state: 'STATE_LOGOUT' });
  });

  it('logs who fills the farm, not only who finds it full', () => {
    const lines: object[] = [];
    const farm = farmOf(2, pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) }));
    send(farm, browserAt(farm, '301', 'desk'), login);
    browserAt(farm, '301', 'home');
    browserAt(farm, '302');
    expect(lines).toMatchObject([
      { msg: 'the farm is full', farmSize: 2, refused: 'agent2', largest: { user: 'agent1', processes: 2 } },
    ]);
  });

  it('gives all tabs of an operator the same process and snapshots', () => {
    const farm = farmOf(1);
    const tab = browserAt(farm);
    const other = browserAt(farm);
    send(farm, tab, login);
    expect(other.last).toMatchObject({ state: 'STATE_IDLE' });
    send(farm, other, login);
    expect(tab.dismissed).toBe(false);
    expect(tab.last).toMatchObject({ state: 'STATE_IDLE' });
  });

  it('leads a returning socket back to its process and state, in a call too', () => {
    const farm = farmOf();
    const before = browserAt(farm);
    send(farm, before, login, { type: 'makeCall', phoneNumber: '0661234501' });
    telephony.last.answer();
    farm.disconnect(before);
    clock.advance(100_000);
    const after = browserAt(farm, '301', 'another sign-in');
    expect(after.last).toMatchObject({ state: 'STATE_CALL_ACTIVE', host: before.last['host'] });
    expect(telephony.last.done).not.toContain('end');
    clock.advance(100_000);
    expect(after.last).toMatchObject({ state: 'STATE_CALL_ACTIVE' });
  });

  it('abandons an operator who does not return', () => {
    const farm = farmOf();
    const browser = browserAt(farm);
    send(farm, browser, login, { type: 'makeCall', phoneNumber: '0661234501' });
    telephony.last.answer();
    farm.disconnect(browser);
    clock.advance(120_000);
    expect(telephony.last.done).toContain('end');
    expect(farm.size).toBe(0);
    expect(clock.waiting).toBe(0);
    expect(browserAt(farm).last).toMatchObject({ state: 'STATE_LOGOUT' });
  });

  it('frees the process of a client that left without logging in', () => {
    const farm = farmOf(1);
    farm.disconnect(browserAt(farm));
    expect(farm.size).toBe(0);
    expect(clock.waiting).toBe(0);
  });

  it('lets the newest log-in of an operator win and informs the loser', () => {
    const farm = farmOf();
    const office = browserAt(farm, '301', 'office');
    send(farm, office, login, { type: 'makeCall', phoneNumber: '0661234501' });
    telephony.last.answer();
    const home = browserAt(farm, '301', 'home');
    expect(home.last).toMatchObject({ state: 'STATE_LOGOUT' });
    expect(office.dismissed).toBe(false);
    send(farm, home, login);
    expect(office.last).toMatchObject({ state: 'STATE_LOGOUT', loginErrorID: '4' });
    expect(office.last['loginErrorText']).toMatch(/^Taken over/);
    expect(office.dismissed).toBe(true);
    expect(telephony.last.done).toContain('end');
    expect(home.last).toMatchObject({ state: 'STATE_IDLE', agentName: 'agent1' });
    expect(farm.size).toBe(1);
  });

  it('recognises an operator without a cookie by the log-in, and returns to the call', () => {
    const farm = farmOf();
    const before = browserAt(farm, null, 'socket 1');
    send(farm, before, login, { type: 'makeCall', phoneNumber: '0661234501' });
    telephony.last.answer();
    farm.disconnect(before);
    const after = browserAt(farm, null, 'socket 2');
    expect(after.last).toMatchObject({ state: 'STATE_LOGOUT' });
    send(farm, after, login);
    expect(after.last).toMatchObject({ state: 'STATE_CALL_ACTIVE' });
    expect(farm.size).toBe(1);
    send(farm, after, { type: 'closeCall' });
    expect(after.last).toMatchObject({ state: 'STATE_CLERICAL' });
  });

  it('keeps operators apart', () => {
    const farm = farmOf();
    const one = browserAt(farm, '301');
    const two = browserAt(farm, '302');
    send(farm, one, login);
    send(farm, two, { ...login, user: 'agent2', extension: '1002' });
    send(farm, one, { type: 'pause', id: 1 });
    expect(two.last).toMatchObject({ state: 'STATE_IDLE', agentName: 'agent2' });
    expect(one.last).toMatchObject({ state: 'STATE_PAUSE', agentName: 'agent1' });
  });

  it('closes with its calls ended and recorded, and without an unrequested log-out', () => {
    const farm = farmOf();
    const browser = browserAt(farm);
    send(farm, browser, login, { type: 'makeCall', phoneNumber: '0661234501' });
    telephony.last.answer();
    clock.advance(3000);
    farm.close();
    expect(telephony.last.done).toContain('end');
    expect(calls.ofOperators((operator) => operator === 'agent1')).toMatchObject([{ duration: 3 }]);
    expect(browser.last).toMatchObject({ state: 'STATE_CALL_ACTIVE' });
    expect(clock.waiting).toBe(0);
  });
});
