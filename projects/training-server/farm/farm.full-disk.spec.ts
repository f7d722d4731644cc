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
import { NotStored } from '../storage/not-stored';
import { FakeTelephony } from '../telephony/fake-telephony';
import { CustomerDirectory } from './customer-directory';
import { Farm } from './farm';
import type { FarmClient } from './farm-client';

describe('on a full disk', () => {
  let clock: ManualClock;
  let telephony: FakeTelephony;
  let database: DatabaseSync;
  let calls: CallStore;
  let farm: Farm;
  let browser: FarmClient;
  let snapshots: WireSnapshot[];

  beforeEach(() => {
    clock = new ManualClock();
    telephony = new FakeTelephony();
    database = openDatabase(mkdtempSync(join(tmpdir(), 'full-')));
    calls = new CallStore(database);
    snapshots = [];
    const directory = new CustomerDirectory(calls, () => 'http://localhost:4200');
    const log = pino({ level: 'silent' });
    const spelling = 'documented';
    farm = new Farm({ rules, spelling, farmSize: 9, lingerMs: 9000, clock, telephony, calls, directory, log });
    const nothing = () => undefined;
    browser = {
      userId: '301',
      user: 'agent1',
      sessionId: 'morning',
      snapshot: (snapshot) => void snapshots.push(snapshot),
      remoteConnect: nothing,
      agentUnavailable: nothing,
      dismiss: nothing,
    };
    farm.connect(browser);
  });

  afterEach(() => database.close());

  const last = (): WireSnapshot => snapshots.at(-1) ?? {};
  const send = (...requests: AgentRequest[]): void => {
    for (const request of requests) farm.receive(browser, { request });
  };

  /** Every write fails as on a full disk. */
  function fillDisk(): () => void {
    const prepare = database.prepare.bind(database);
    database.prepare = (sql: string) => {
      if (!sql.trim().startsWith('SELECT')) throw new Error('database or disk is full');
      return prepare(sql);
    };
    return () => (database.prepare = prepare);
  }

  it('a code that cannot be stored is not shown as stored: clerical stays, and says why, until there is room', () => {
    send(login, { type: 'makeCall', phoneNumber: '0661234501' });
    telephony.last.answer();
    clock.advance(30_000);
    const makeRoom = fillDisk();
    send({ type: 'closeCall' });
    const { time } = last();
    send({ type: 'resolutionSet', id: 4 });
    expect(last()).toMatchObject({
      state: 'STATE_CLERICAL',
      time,
      callErrorID: '-231',
      callErrorText: 'The server has no room: nothing was stored. Try again',
    });
    const before = snapshots.length;
    send({ type: 'resolutionSet', id: 4 });
    expect(snapshots.slice(before)).toMatchObject([{ callErrorID: '-1' }, { callErrorID: '-231' }]);
    makeRoom();
    send({ type: 'resolutionSet', id: 4 });
    expect(last()).toMatchObject({ state: 'STATE_IDLE', callErrorID: '-1', callErrorText: '' });
    expect(calls.ofOperators(() => true)).toMatchObject([{ duration: 30, codes: ['10. Обіцянка про оплату'] }]);
  });

  it('of several codes the one that cannot be stored is not set', () => {
    send(login, { type: 'makeCall', phoneNumber: '0661234501', queueName: 'Q_P_2_Manual' });
    telephony.last.answer();
    send({ type: 'closeCall' }, { type: 'resolutionSet', id: 201 });
    clock.advance(100);
    const makeRoom = fillDisk();
    send({ type: 'resolutionSet', id: 202 });
    expect(last()).toMatchObject({ state: 'STATE_CLERICAL', callErrorID: '-231' });
    makeRoom();
    send({ type: 'resolutionSet', id: 202 });
    expect(last()).toMatchObject({ state: 'STATE_CLERICAL', callErrorID: '-1' });
  });

  it('a call that cannot be given an id fails with the reason, and the next one goes out when there is room', () => {
    send(login);
    const makeRoom = fillDisk();
    send({ type: 'makeCall', phoneNumber: '0661234501' });
    expect(last()).toMatchObject({ state: 'STATE_MAKECALL_FAILED', callErrorID: '-231' });
    expect(telephony.calls).toEqual([]);
    const offer = {
      direction: 'incoming',
      number: '0501112233',
      queue: queueNamed('IN_Support'),
      waitSeconds: 0,
    } as const;
    clock.advance(1000);
    expect(farm.offer('agent1', offer)).toBeNull();
    expect(last()).toMatchObject({ state: 'STATE_IDLE', callErrorID: '-231' });
    makeRoom();
    send({ type: 'makeCall', phoneNumber: '0661234501' });
    expect(last()).toMatchObject({ state: 'STATE_MAKECALL_REQUEST', callErrorID: '-1' });
    expect(telephony.calls).toHaveLength(1);
  });

  it('automatic dialling goes on when there is room again', () => {
    send(login, { type: 'predictive' });
    const makeRoom = fillDisk();
    clock.advance(5000);
    expect(last()).toMatchObject({ state: 'STATE_IDLE', callErrorID: '-231', predictiveStatus: '1' });
    makeRoom();
    clock.advance(5000);
    expect(last()).toMatchObject({ state: 'STATE_CALL_DELIVERED' });
  });

  it('a call whose beginning could not be stored is stored with its code', () => {
    send(login);
    const { started } = calls;
    calls.started = () => {
      throw new NotStored('no room');
    };
    send({ type: 'makeCall', phoneNumber: '0661234501' });
    telephony.last.answer();
    calls.started = started;
    send({ type: 'closeCall' }, { type: 'resolutionSet', id: 4 });
    expect(last()).toMatchObject({ state: 'STATE_IDLE' });
    expect(calls.ofOperators(() => true)).toMatchObject([{ codes: ['10. Обіцянка про оплату'] }]);
  });
});
