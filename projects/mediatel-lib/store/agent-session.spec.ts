import { inject, InjectionToken } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { OperatorAccount } from 'mediatel-lib/ports';
import { fakeAccount, StoreHarness } from 'mediatel-lib/testing';
import { AccountError } from './session/account-error';
import { AccountVault } from './commands/account-vault';
import { CommandActions } from './state/command-actions';
import { preloadEffects } from './effects-loader';

const signedIn = { status: 'signedIn', user: 'agent1', extension: '1001' };

beforeAll(preloadEffects);

describe('signing in', () => {
  it('asks the host in an injection context, opens the connection, starts the phone', async () => {
    const token = new InjectionToken<OperatorAccount>('account');
    const harness = new StoreHarness(
      { account: (credentials) => Promise.resolve(credentials ? inject(token) : fakeAccount) },
      [{ provide: token, useValue: fakeAccount }],
    );
    const done = harness.session.signIn({ login: 'a', password: 'typed-secret' });
    expect(harness.session.state()).toEqual({ status: 'signingIn' });
    await done;
    expect(harness.session.state()).toEqual(signedIn);
    expect(harness.connection.opened).toEqual([fakeAccount.mediatel]);
    expect(harness.softphone.started).toEqual([fakeAccount.sip]);
  });

  it.each<[string, () => Promise<OperatorAccount>, object]>([
    ['wrong password', () => Promise.reject(AccountError.wrongCredentials()), { reason: 'wrong-credentials' }],
    [
      'the host does not answer',
      () => Promise.reject(AccountError.unreachable('503')),
      { reason: 'unreachable', detail: '503' },
    ],
    ['another error', () => Promise.reject(new Error('boom')), { reason: 'account-failed', detail: 'boom' }],
    [
      'thrown, not rejected',
      () => {
        throw new Error('at once');
      },
      { reason: 'account-failed', detail: 'at once' },
    ],
    [
      'an account without its realm',
      () => Promise.resolve({ ...fakeAccount, sip: { ...fakeAccount.sip, realm: '' } }),
      { reason: 'incomplete-account', field: 'sip.realm' },
    ],
    [
      'an address that is none',
      () => Promise.resolve({ ...fakeAccount, mediatel: { ...fakeAccount.mediatel, url: 'http://' } }),
      { reason: 'incomplete-account', field: 'mediatel.url', expected: 'https://host[:port]' },
    ],
    ...['localhost:4401', 'mediatel.example', 'mediatel.example:4401/', 'ftp://mediatel.example'].map(
      (url): [string, () => Promise<OperatorAccount>, object] => [
        `an address of Mediatel without its scheme: ${url}`,
        () => Promise.resolve({ ...fakeAccount, mediatel: { ...fakeAccount.mediatel, url } }),
        { reason: 'incomplete-account', field: 'mediatel.url', expected: 'https://host[:port]' },
      ],
    ),
    ...['sip.example/ws', 'ws', 'localhost:5066/ws', 'sip:sip.example'].map(
      (url): [string, () => Promise<OperatorAccount>, object] => [
        `an address of the SIP server without its scheme: ${url}`,
        () => Promise.resolve({ ...fakeAccount, sip: { ...fakeAccount.sip, url } }),
        { reason: 'incomplete-account', field: 'sip.url', expected: 'wss://host[:port]/path' },
      ],
    ),
    [
      'no account',
      () => Promise.resolve(null as unknown as OperatorAccount),
      { reason: 'incomplete-account', field: 'mediatel.url' },
    ],
  ])('fails with a typed reason: %s', async (_what, account, failure) => {
    const harness = new StoreHarness({ account });
    await harness.session.signIn();
    expect(harness.session.state()).toMatchObject({ status: 'failed', failure });
    expect(harness.connection.opened).toEqual([]);
  });

  it.each([
    ['https://mediatel.example:4401', 'wss://sip.example/ws'],
    ['http://localhost:4401', 'ws://localhost:5066/ws'],
    ['wss://mediatel.example', 'https://sip.example/ws'],
    // Relative to the page, for a proxy in front of both.
    ['/', '/ws'],
    ['//mediatel.example', './ws'],
  ])('accepts the addresses %s and %s', async (mediatel, sip) => {
    const account = {
      mediatel: { ...fakeAccount.mediatel, url: mediatel },
      sip: { ...fakeAccount.sip, url: sip },
    };
    const harness = new StoreHarness({ account: () => Promise.resolve(account) });
    await harness.session.signIn();
    expect(harness.session.state()).toMatchObject({ status: 'signedIn' });
  });

  it('logs in again after a refused log-in', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_LOGOUT');
    harness.snapshot('STATE_LOGOUT', { loginErrorID: '7', loginErrorText: 'wrong password', loginAttempt: 2 });
    harness.connection.takeSent();
    await harness.session.signIn();
    expect(harness.connection.takeSent()).toEqual(['login']);
  });

  it('keeps the phone as it is during a call', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_ACTIVE');
    await harness.session.signIn();
    expect(harness.connection.opened).toHaveLength(2);
    expect(harness.softphone.started).toHaveLength(1);
  });

  it.each(['url', 'realm', 'login', 'password'] as const)(
    'again with another %s starts the phone with it',
    async (field) => {
      const value = field === 'url' ? 'wss://other.example/ws' : 'another';
      const next = { ...fakeAccount, sip: { ...fakeAccount.sip, [field]: value } };
      const accounts = [fakeAccount, next];
      const harness = new StoreHarness({ account: () => Promise.resolve(accounts.shift()!) });
      await harness.signIn('STATE_CALL_ACTIVE');
      await harness.session.signIn();
      expect(harness.softphone.started).toEqual([fakeAccount.sip, next.sip]);
    },
  );

  it('takes the result of the last attempt only', async () => {
    const answers: ((account: OperatorAccount) => void)[] = [];
    const harness = new StoreHarness({ account: () => new Promise((resolve) => answers.push(resolve)) });
    const first = harness.session.signIn();
    const second = harness.session.signIn();
    answers[1]!(fakeAccount);
    await second;
    answers[0]!({ ...fakeAccount, mediatel: { ...fakeAccount.mediatel, user: 'other' } });
    await first;
    expect(harness.session.state()).toEqual(signedIn);
    expect(harness.connection.opened).toHaveLength(1);
  });
});

describe('logging in', () => {
  it('happens once a connection shows that nobody is logged in', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_LOGOUT');
    expect(harness.connection.sent).toEqual([
      { type: 'login', user: 'agent1', password: 'mediatel-secret', extension: '1001' },
    ]);
    harness.snapshot('STATE_IDLE');
    expect(harness.state.commands.statuses.logIn.status).toBe('idle');
    expect(harness.connection.sent).toHaveLength(1);
  });

  it('is left out if somebody is logged in already', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_ACTIVE');
    expect(harness.connection.sent).toEqual([]);
  });

  it('happens again after an unrequested log-out, once', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    harness.snapshot('STATE_LOGOUT');
    expect(harness.connection.takeSent()).toEqual(['login']);
    harness.snapshot('STATE_IDLE');
    harness.snapshot('STATE_LOGOUT');
    expect(harness.connection.takeSent()).toEqual([]);
    harness.disconnect();
    harness.connect();
    harness.snapshot('STATE_LOGOUT');
    expect(harness.connection.takeSent()).toEqual([]);
    harness.dispatch(CommandActions.logIn());
    expect(harness.connection.takeSent()).toEqual(['login']);
  });

  it('happens when a reconnect shows that the server forgot us', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    harness.snapshot('STATE_LOGOUT');
    harness.snapshot('STATE_IDLE');
    harness.connection.takeSent();
    harness.disconnect();
    harness.connect();
    harness.snapshot('STATE_LOGOUT');
    expect(harness.connection.takeSent()).toEqual(['login']);
  });

  it('follows a restart of the agent, whatever came before', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    harness.snapshot('STATE_LOGOUT');
    harness.snapshot('STATE_IDLE', { isAvailable: 0 });
    harness.connection.takeSent();
    harness.dispatch(CommandActions.restartAgent());
    harness.snapshot('STATE_LOGOUT', { isAvailable: 0 });
    expect(harness.connection.takeSent()).toEqual(['exit', 'login']);
  });

  it('is not repeated with a refused account, nor after a requested log-out', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_LOGOUT');
    harness.connection.takeSent();
    harness.snapshot('STATE_LOGOUT', { loginErrorID: '7', loginErrorText: 'wrong password', loginAttempt: 2 });
    expect(harness.state.commands.statuses.logIn.status).toBe('idle');
    harness.disconnect();
    harness.connect();
    harness.snapshot('STATE_LOGOUT', { loginErrorID: '7', loginErrorText: 'wrong password', loginAttempt: 2 });
    expect(harness.connection.takeSent()).toEqual([]);
    harness.dispatch(CommandActions.logIn());
    harness.snapshot('STATE_IDLE');
    harness.dispatch(CommandActions.logOut());
    harness.snapshot('STATE_LOGOUT');
    expect(harness.connection.takeSent()).toEqual(['login', 'logout']);
  });
});

describe('signing out', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('logs out, then closes everything and forgets', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    const left = harness.session.signOut();
    expect(harness.connection.takeSent()).toEqual(['logout']);
    expect(harness.session.state()).toMatchObject({ status: 'signingOut' });
    harness.snapshot('STATE_LOGOUT');
    await expect(left).resolves.toBeNull();
    expect(harness.session.state()).toEqual({ status: 'signedOut' });
    expect(harness.connection.state().status).toBe('closed');
    expect(harness.state.softphone.registration.status).toBe('off');
    expect(TestBed.inject(AccountVault).account).toBeNull();
    expect(harness.state.agent).toMatchObject({ known: false, agentName: null });
    expect(harness.connection.takeSent()).toEqual([]);
  });

  it('begins no call meanwhile', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    void harness.session.signOut();
    harness.dispatch(CommandActions.makeCall({ phoneNumber: '0661234501' }));
    expect(harness.connection.takeSent()).toEqual(['logout']);
  });

  it('does not wait for ever', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    void harness.session.signOut();
    jest.advanceTimersByTime(4999);
    expect(harness.session.state()).toMatchObject({ status: 'signingOut' });
    jest.advanceTimersByTime(1);
    expect(harness.session.state()).toEqual({ status: 'signedOut', stillLoggedIn: true });
  });

  it('logs out over a link that comes back in time, and reconnects at once', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    harness.disconnect();
    const left = harness.session.signOut();
    expect(harness.connection.retries).toBe(1);
    harness.connect();
    expect(harness.connection.takeSent()).toEqual([]);
    harness.snapshot('STATE_IDLE');
    expect(harness.connection.takeSent()).toEqual(['logout']);
    harness.snapshot('STATE_LOGOUT');
    await expect(left).resolves.toBeNull();
    expect(harness.session.state()).toEqual({ status: 'signedOut' });
  });

  it('logs out again over the next link if the first broke', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    void harness.session.signOut();
    expect(harness.connection.takeSent()).toEqual(['logout']);
    harness.disconnect();
    harness.connect();
    harness.snapshot('STATE_IDLE');
    expect(harness.connection.takeSent()).toEqual(['logout']);
  });

  it('is not over because another command is confirmed while the log-out is pending', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CLERICAL', { availableCommand: ['CMD_LOGOUT', 'CMD_PREDICTIVE'] });
    harness.dispatch(CommandActions.setPredictive({ on: true }));
    void harness.session.signOut();
    expect(harness.connection.takeSent()).toContain('logout');
    harness.snapshot('STATE_CLERICAL', { availableCommand: ['CMD_LOGOUT', 'CMD_PREDICTIVE'], predictiveStatus: '1' });
    expect(harness.session.state()).toMatchObject({ status: 'signingOut' });
    expect(harness.connection.takeSent()).toEqual([]);
    harness.snapshot('STATE_LOGOUT');
    expect(harness.session.state()).toEqual({ status: 'signedOut' });
  });

  it('is over if the next link shows nobody logged in', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    void harness.session.signOut();
    harness.disconnect();
    harness.connect();
    harness.snapshot('STATE_LOGOUT');
    expect(harness.session.state()).toEqual({ status: 'signedOut' });
  });

  it.each(['kicked', 'unauthorised'] as const)('does not wait for a link that is %s', async (status) => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    void harness.session.signOut();
    harness.connection.disconnect(status === 'kicked' ? { status, detail: '' } : { status });
    TestBed.tick();
    expect(harness.session.state()).toEqual({ status: 'signedOut', stillLoggedIn: true });
  });

  it('is possible without a link, whatever Mediatel last sent; not during an audible call', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_DELIVERED');
    harness.softphone.invite('a');
    harness.disconnect();
    await expect(harness.session.signOut()).resolves.toEqual({ reason: 'in-call' });
    expect(harness.state.commands.lastRefusal).toEqual({ command: 'logOut', refusal: { reason: 'in-call' } });
    harness.softphone.end();
    const left = harness.session.signOut();
    jest.advanceTimersByTime(5000);
    await expect(left).resolves.toBeNull();
    expect(harness.session.state()).toEqual({ status: 'signedOut', stillLoggedIn: true });
  });

  it('is refused while a reloaded page has not gone on with its call yet', async () => {
    const harness = new StoreHarness();
    await harness.signIn();
    harness.softphone.kept = 'a';
    await expect(harness.session.signOut()).resolves.toEqual({ reason: 'in-call' });
    harness.softphone.kept = null;
    void harness.session.signOut();
    expect(harness.session.state()).toMatchObject({ status: 'signingOut' });
  });

  it('lets the next operator in once the log-out is over', async () => {
    const next = { ...fakeAccount, mediatel: { ...fakeAccount.mediatel, user: 'agent2' } };
    const accounts = [fakeAccount, next];
    const harness = new StoreHarness({ account: () => Promise.resolve(accounts.shift()!) });
    await harness.signIn('STATE_IDLE');
    const left = harness.session.signOut();
    const entered = harness.session.signIn();
    expect(harness.connection.takeSent()).toEqual(['logout']);
    expect(harness.connection.opened).toHaveLength(1);
    harness.snapshot('STATE_LOGOUT');
    await Promise.all([left, entered]);
    expect(harness.session.state()).toMatchObject({ status: 'signedIn', user: 'agent2' });
    expect(harness.connection.opened.map(({ user }) => user)).toEqual(['agent1', 'agent2']);
    harness.connect();
    harness.snapshot('STATE_LOGOUT');
    expect(harness.connection.takeSent()).toEqual(['login']);
  });

  it('is given up for a call that arrives meanwhile', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    const left = harness.session.signOut();
    harness.snapshot('STATE_CALL_DELIVERED');
    harness.softphone.invite('a');
    jest.advanceTimersByTime(5000);
    await expect(left).resolves.toEqual({ reason: 'in-call' });
    expect(harness.session.state()).toEqual(signedIn);
    expect(harness.connection.state().status).toBe('connected');
    expect(harness.softphone.answered).toEqual(['a']);
  });

  it('pressed twice logs out once', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    const both = Promise.all([harness.session.signOut(), harness.session.signOut()]);
    expect(harness.connection.takeSent()).toEqual(['logout']);
    harness.snapshot('STATE_LOGOUT');
    await expect(both).resolves.toEqual([null, null]);
  });
});

it('no password in state or actions, after a whole shift', async () => {
  const harness = new StoreHarness();
  await harness.session.signIn({ login: 'agent1', password: 'typed-secret' });
  harness.connect();
  for (const state of [
    'STATE_LOGOUT',
    'STATE_IDLE',
    'STATE_CALL_DELIVERED',
    'STATE_CALL_ACTIVE',
    'STATE_CLERICAL',
    'STATE_LOGOUT',
  ]) {
    harness.snapshot(state);
  }
  void harness.session.signOut();
  expect(JSON.stringify([harness.actions, harness.state])).not.toContain('secret');
});
