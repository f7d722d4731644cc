import { TestBed } from '@angular/core/testing';
import { FlightRecorder } from 'mediatel-lib/ports';
import { StoreHarness, wireSnapshot } from 'mediatel-lib/testing';
import { selectAgent } from '../state/agent-feature';
import { selectCall, selectCommandRefusals, selectIsSynced } from '../selectors/selectors';
import { preloadEffects } from '../effects-loader';

beforeAll(preloadEffects);

describe('takeMessages', () => {
  it('dispatches connection states and snapshots in their order', async () => {
    const harness = new StoreHarness();
    await harness.session.signIn();
    // No tick in between: the signal has not notified anybody yet when the snapshot comes.
    harness.connection.connect();
    harness.takeNames();
    harness.snapshot('STATE_PAUSE');
    expect(harness.takeNames()).toEqual([
      'Connection Changed',
      'Connected',
      'Agent Changed',
      'Logged In',
      'Pause Started',
      'Queues Changed',
      'Pause List Changed',
      'Available Commands Changed',
      'Resynced',
    ]);
    expect(harness.state.link).toMatchObject({ connection: { status: 'connected' }, synced: true });
  });

  it('reports a lost link and resyncs after it', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_ACTIVE');
    harness.takeNames();
    harness.disconnect();
    expect(harness.takeNames()).toEqual(['Connection Changed', 'Disconnected']);
    expect(harness.state.link.synced).toBe(false);
    harness.connect();
    harness.snapshot('STATE_CALL_ACTIVE');
    expect(harness.takeNames()).toEqual(['Connection Changed', 'Connected', 'Resynced']);
    harness.disconnect();
    harness.connect();
    harness.snapshot('STATE_CLERICAL');
    expect(harness.actions.find(({ type }) => type.endsWith('Call Ended'))).toMatchObject({ origin: 'resync' });
  });

  it('reports a 403 as unauthorised', async () => {
    const harness = new StoreHarness();
    await harness.session.signIn();
    harness.takeNames();
    harness.connection.disconnect({ status: 'unauthorised' });
    TestBed.tick();
    expect(harness.takeNames()).toEqual(['Connection Changed', 'Unauthorised']);
  });

  it('dispatches and emits nothing for the same snapshot again', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_ACTIVE');
    let emissions = 0;
    for (const selector of [selectAgent, selectCall, selectCommandRefusals, selectIsSynced]) {
      harness.store.select<unknown>(selector).subscribe(() => emissions++);
    }
    emissions = 0;
    harness.takeNames();
    harness.snapshot('STATE_CALL_ACTIVE');
    harness.snapshot('STATE_CALL_ACTIVE', { serverTime: 1_000_900 });
    expect(harness.takeNames()).toEqual([]);
    expect(emissions).toBe(0);
  });

  it('emits once for a changed snapshot', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_ACTIVE');
    let emissions = 0;
    harness.store.select(selectAgent).subscribe(() => emissions++);
    harness.snapshot('STATE_HOLD', { mute: 1, queues: [], callHistory: [{ A: 'b' }] });
    expect(emissions).toBe(2);
  });

  it('survives any number of invalid snapshots', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    harness.takeNames();
    const poison = [
      null,
      'x',
      7,
      [],
      {},
      { state: 5 },
      { state: '', status: 'available' },
      { status: 'available', queues: 5 },
    ];
    for (let i = 0; i < 25; i++) harness.connection.receive(poison[i % poison.length]);
    expect(harness.takeNames()).toEqual(Array<string>(25).fill('Snapshot Rejected'));
    expect(harness.state.link.rejectedSnapshots).toBe(25);
    expect(harness.state.link.lastRejection).toEqual({ path: '', reason: expect.stringMatching(/.+/) as string });
    harness.snapshot('STATE_PAUSE');
    expect(harness.state.agent.phase).toBe('paused');
    expect(harness.state.link.lastRejection).toBeNull();
  });

  it('reports that snapshots are readable again, even if the first one changes nothing', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    harness.connection.receive({});
    harness.takeNames();
    harness.snapshot('STATE_IDLE');
    expect(harness.takeNames()).toEqual(['Snapshots Readable']);
    expect(harness.state.link.lastRejection).toBeNull();
  });

  it('shows the state despite a field that can’t be read, and names the field once per connection', async () => {
    const noted: unknown[] = [];
    const recorder = { noteUnread: (field: unknown) => noted.push(field) };
    const harness = new StoreHarness({}, [{ provide: FlightRecorder, useValue: recorder }]);
    const opaque = { holdQueue: [], availableCallCodes: [{ ID: '1', Name: 'a' }, { Name: 'b' }] };
    await harness.signIn('STATE_CALL_ACTIVE', opaque);
    expect(harness.state.agent).toMatchObject({ phase: 'talking', holdQueue: null, availableCallCodes: [{ id: '1' }] });
    const unread = [
      { path: 'availableCallCodes[1].ID', reason: expect.stringMatching(/.+/) as string },
      { path: 'holdQueue', reason: expect.stringMatching(/.+/) as string },
    ];
    expect(harness.state.link.unreadFields).toEqual(unread);
    expect(noted).toEqual(unread);
    harness.takeNames();
    harness.snapshot('STATE_CALL_ACTIVE', opaque);
    expect(harness.takeNames()).toEqual([]);
    harness.snapshot('STATE_CALL_ACTIVE', { ...opaque, pauseAcknowledge: '2' });
    expect(harness.takeNames('Mediatel Connection')).toEqual(['Field Unread']);
    harness.disconnect();
    harness.connect();
    expect(harness.state.link.unreadFields).toEqual([]);
    harness.snapshot('STATE_CALL_ACTIVE', opaque);
    expect(harness.state.link.unreadFields).toEqual(unread);
  });

  it.each([1, 2000, 5000, 5001, 3_600_000])('loses no state to a server clock set back by %i ms', async (by) => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE', { serverTime: 10_000_000, time: 9_000_000 });
    harness.snapshot('STATE_CALL_DELIVERED', { serverTime: 10_000_000 - by, time: 10_000_000 - by });
    expect(harness.state.agent).toMatchObject({ phase: 'delivered', clock: { serverTime: 10_000_000 - by } });
    expect(harness.takeNames('Mediatel Agent')).toContain('Call Delivered');
    harness.snapshot('STATE_IDLE', { serverTime: 10_000_001 - by });
    expect(harness.state.agent.phase).toBe('available');
  });

  it('reduces all earlier actions before it reads a snapshot that comes during an action', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    let answered = false;
    harness.store.select(selectAgent).subscribe(({ phase }) => {
      if (phase !== 'delivered' || answered) return;
      answered = true;
      harness.snapshot('STATE_CALL_ACTIVE');
      harness.snapshot('STATE_CLERICAL');
    });
    harness.takeNames();
    harness.snapshot('STATE_CALL_DELIVERED');
    const told = harness.takeNames('Mediatel Agent').filter((name) => /^(Call (D|S|E)|Clerical)/.test(name));
    expect(told).toEqual(['Call Delivered', 'Call Started', 'Call Ended', 'Clerical Started']);
    expect(harness.state.agent).toMatchObject({ phase: 'clerical', callNumber: 1 });
  });

  it('reports what the farm says', async () => {
    const harness = new StoreHarness();
    await harness.session.signIn();
    harness.connect();
    harness.connection.receiveMessage({ type: 'agentUnavailable' });
    harness.connection.receiveMessage({ type: 'remoteConnect', host: 'farm-1', port: 8080 });
    expect(harness.state.link).toMatchObject({ agentUnavailable: true, remoteHost: { host: 'farm-1', port: 8080 } });
    harness.connection.receive(wireSnapshot());
    expect(harness.state.link.agentUnavailable).toBe(false);
  });
});
