import {
  type HubRefusal,
  type SupervisorRequestOutcome,
  type TimelinesAnswer,
  unconfirmedState,
} from 'mediatel-lib/hub-protocol';
import { presenceOf, until } from 'test-kit';
import { systemClock } from '../server-kit';
import { BoardUnderTest, HubUnderTest } from './hub.fixture';

describe('the hub', () => {
  let hub: HubUnderTest;
  beforeEach(async () => {
    hub = await HubUnderTest.start();
  });
  afterEach(() => hub.close());

  const inCall = presenceOf({
    state: 'STATE_CALL_ACTIVE',
    status: 'in_a_call',
    call: { traceId: '77', kind: 'outgoing', start: 1_001_000, number: '+380661234567' },
  });

  it('shows an operator to the supervisors of the team, the number to those who may see it', async () => {
    const chief = new BoardUnderTest(hub.board('chief'));
    const banker = new BoardUnderTest(hub.board('banker'));
    await until(() => chief.picture !== null && banker.picture !== null, 'both boards have a picture');
    hub.tab('agent1', '301').emit('presence', inCall);
    hub.tab('agent3', '303').emit('presence', presenceOf({ operator: 'agent3' }));
    await until(() => chief.operators.size === 2, 'the chief sees both');
    await until(() => banker.operators.size === 1, 'the banker sees one');
    expect(chief.operators.get('301')?.presence.call?.number).toBe('+380661234567');
    expect(banker.operators.get('301')).toMatchObject({ team: 'Banks', presence: { call: { number: '•••67' } } });
    expect([...banker.operators.keys()]).toEqual(['301']);
  });

  it('names an operator by the login if the directory has no name', async () => {
    const nameless = await HubUnderTest.start({
      nameOf: (login) => (login === 'agent1' ? '  ' : ` Name of ${login} `),
    });
    try {
      const chief = new BoardUnderTest(nameless.board('chief'));
      nameless.tab('agent1', '301').emit('presence', inCall);
      nameless.tab('agent3', '303').emit('presence', presenceOf({ operator: 'agent3' }));
      await until(() => chief.operators.size === 2, 'the chief sees both');
      const names = ['301', '303'].map((id) => chief.operators.get(id)?.name);
      expect(names).toEqual(['agent1', 'Name of agent3']);
    } finally {
      await nameless.close();
    }
  });

  it('sends a board that connects late the whole snapshot', async () => {
    const early = new BoardUnderTest(hub.board('chief'));
    hub.tab('agent1', '301').emit('presence', inCall);
    await until(() => early.operators.size === 1, 'the hub knows');
    const late = new BoardUnderTest(hub.board('chief'));
    await until(() => late.picture !== null, 'a picture');
    expect(late.picture?.operators.map(({ id }) => id)).toEqual(['301']);
  });

  it('marks an operator unconfirmed once the tab is gone, and live again when it is back', async () => {
    const board = new BoardUnderTest(hub.board('chief'));
    const tab = hub.tab('agent1', '301');
    tab.emit('presence', inCall);
    await until(() => board.operators.get('301')?.confidence === 'live', 'live');
    tab.disconnect();
    await until(() => board.operators.get('301')?.confidence === 'unconfirmed', 'unconfirmed');
    hub.tab('agent1', '301').emit('presence', inCall);
    await until(() => board.operators.get('301')?.confidence === 'live', 'live again');
  });

  it('forgets an operator who logged out and left', async () => {
    const board = new BoardUnderTest(hub.board('chief'));
    const tab = hub.tab('agent1', '301');
    tab.emit('presence', presenceOf({ state: 'STATE_LOGOUT', status: 'offline' }));
    await until(() => board.operators.size === 1, 'there');
    tab.disconnect();
    await until(() => board.operators.size === 0, 'gone');
  });

  it('accepts only the newest tab of an operator', async () => {
    const board = new BoardUnderTest(hub.board('chief'));
    const older = hub.tab('agent1', '301');
    const refusals: HubRefusal[] = [];
    older.on('refused', ({ reason }) => refusals.push(reason));
    older.emit('presence', presenceOf());
    await until(() => board.operators.size === 1, 'there');
    hub.tab('agent1', '301').emit('presence', inCall);
    await until(() => board.operators.get('301')?.presence.state === 'STATE_CALL_ACTIVE', 'the newer one shows');
    await until(() => older.disconnected, 'the older one is let go');
    expect(refusals).toEqual(['superseded']);
    expect(board.operators.get('301')?.confidence).toBe('live');
  });

  it('refuses another’s presence, what it can’t read, and a flood', async () => {
    const board = new BoardUnderTest(hub.board('chief'));
    const refused = async (
      login: string,
      id: string,
      send: (emit: (value: unknown) => void) => void,
    ): Promise<HubRefusal> => {
      const tab = hub.tab(login, id);
      const reasons: HubRefusal[] = [];
      tab.on('refused', ({ reason }) => reasons.push(reason));
      tab.on('connect', () => send((value) => tab.emit('presence', value as never)));
      await until(() => reasons.length > 0, `${login} is refused`);
      return reasons[0]!;
    };
    expect(await refused('agent2', '302', (emit) => emit(presenceOf({ operator: 'agent1' })))).toBe(
      'not-your-presence',
    );
    expect(await refused('agent2', '302', (emit) => emit({ operator: 'agent2', state: 5 }))).toBe('invalid');
    expect(
      await refused('agent3', '303', (emit) => {
        for (let i = 0; i < 60; i++) emit(presenceOf({ operator: 'agent3' }));
      }),
    ).toBe('too-frequent');
    expect(board.operators.has('302')).toBe(false);
  });

  it('cuts off the sender of a message too large, and goes on', async () => {
    const tab = hub.tab('agent1', '301');
    await until(() => tab.connected, 'connected');
    tab.emit('presence', presenceOf({ queue: 'x'.repeat(100_000) }));
    await until(() => tab.disconnected, 'cut off');
    const other = hub.tab('agent2', '302');
    await until(() => other.connected, 'the hub is still there');
  });

  it('lets no operator watch', async () => {
    const board = hub.board('agent1');
    const reasons: string[] = [];
    board.on('connect_error', ({ message }) => reasons.push(message));
    await until(() => reasons.length > 0, 'refused');
    expect(reasons).toEqual(['not-a-supervisor']);
  });

  it('carries a request to the tab, its outcome back, and both into the audit log', async () => {
    const chief = new BoardUnderTest(hub.board('chief'));
    const banker = hub.board('banker');
    const tab = hub.tab('agent1', '301');
    const seen: unknown[] = [];
    tab.on('request', (asked, done) => {
      seen.push(asked);
      done(asked.request.kind === 'message' ? { outcome: 'shown' } : { outcome: 'refused', reason: 'in-call' });
    });
    tab.emit('presence', inCall);
    await until(() => chief.operators.size === 1, 'there');
    const ask = (socket: typeof banker, request: unknown, operator = '301'): Promise<SupervisorRequestOutcome> =>
      new Promise((resolve) => socket.emit('request', { operator, request } as never, resolve));
    expect(await ask(chief.socket, { kind: 'message', text: 'Lunch?' })).toEqual({ outcome: 'shown' });
    expect(await ask(chief.socket, { kind: 'logout' })).toEqual({ outcome: 'refused', reason: 'in-call' });
    expect(await ask(banker, { kind: 'logout' })).toEqual({ outcome: 'not-allowed' });
    expect(await ask(banker, { kind: 'message', text: '' })).toEqual({ outcome: 'invalid' });
    expect(await ask(banker, { kind: 'message', text: 'Hi' }, 'nobody')).toEqual({ outcome: 'away' });
    expect(seen).toEqual([
      { from: 'chief', name: 'chief', request: { kind: 'message', text: 'Lunch?' } },
      { from: 'chief', name: 'chief', request: { kind: 'logout' } },
    ]);
    const log = await chief.socket.emitWithAck('audit');
    expect(log?.map(({ supervisor, outcome }) => [supervisor, outcome.outcome])).toEqual([
      ['banker', 'not-allowed'],
      ['chief', 'refused'],
      ['chief', 'shown'],
    ]);
  });

  it('shows an acknowledgement to all who watch the team, until the condition has ended', async () => {
    const [chief, banker] = [new BoardUnderTest(hub.board('chief')), new BoardUnderTest(hub.board('banker'))];
    const [tab, loans] = [hub.tab('agent1', '301'), hub.tab('agent3', '303')];
    const clerical = (since: number): ReturnType<typeof presenceOf> =>
      presenceOf({ state: 'STATE_CLERICAL', status: 'clerical', since });
    tab.emit('presence', clerical(1000));
    loans.emit('presence', { ...clerical(1000), operator: 'agent3' });
    await until(() => chief.operators.size === 2 && banker.operators.size === 1, 'there');
    const acknowledge = (board: BoardUnderTest, operator: string, condition: string): Promise<boolean> =>
      board.socket.emitWithAck('acknowledge', { operator, condition });
    expect(await acknowledge(banker, '303', 'lasting:clerical:1000')).toBe(false);
    expect(await acknowledge(banker, '301', 'lasting:clerical:999')).toBe(false);
    expect(await acknowledge(chief, '303', 'lasting:clerical:1000')).toBe(true);
    expect(await acknowledge(banker, '301', 'lasting:clerical:1000')).toBe(true);
    await until(() => chief.acknowledged.length === 2, 'the chief sees both');
    expect(banker.acknowledged).toEqual([
      { operator: '301', condition: 'lasting:clerical:1000', by: 'banker', at: expect.any(Number) },
    ]);
    const late = new BoardUnderTest(hub.board('banker'));
    await until(() => late.acknowledged.length === 1, 'a board that comes late sees it too');
    tab.emit('presence', presenceOf({ since: 2000 }));
    await until(() => banker.acknowledged.length === 0, 'over with the condition', 15_000);
    expect(chief.acknowledged.map(({ operator }) => operator)).toEqual(['303']);
  }, 30_000);

  it('lists requests to the operators that a board may watch, and cuts off a board that asks too often', async () => {
    const [chief, banker] = [new BoardUnderTest(hub.board('chief')), new BoardUnderTest(hub.board('banker'))];
    hub.tab('agent1', '301').emit('presence', presenceOf());
    hub.tab('agent3', '303').emit('presence', presenceOf({ operator: 'agent3' }));
    await until(() => chief.operators.size === 2, 'there');
    const hello = { kind: 'message', text: 'Hello' } as const;
    expect(await banker.socket.emitWithAck('request', { operator: '303', request: hello })).toEqual({
      outcome: 'not-allowed',
    });
    expect(await banker.socket.emitWithAck('audit')).toEqual([]);
    expect(await chief.socket.emitWithAck('audit')).toMatchObject([
      { supervisor: 'banker', supervisorName: 'banker', team: 'Loans' },
    ]);
    for (let i = 0; i < 30; i++) banker.socket.emit('audit', () => undefined);
    await until(() => banker.socket.disconnected, 'cut off');
    expect(chief.socket.connected).toBe(true);
  });

  it('reads an operator’s pauses from the tab on demand, and never sends them with the deltas', async () => {
    const chief = new BoardUnderTest(hub.board('chief'));
    const tab = hub.tab('agent1', '301');
    let reads = 0;
    tab.on('pauses', (done) => {
      reads += 1;
      done({ names: ['Lunch', 'Yoga'], complete: true });
    });
    tab.emit('presence', presenceOf());
    await until(() => chief.operators.size === 1, 'there');
    expect(reads).toBe(0);
    expect(await chief.socket.emitWithAck('pauses', '301')).toEqual({ names: ['Lunch', 'Yoga'], complete: true });
    expect(reads).toBe(1);
    tab.emit('presence', inCall);
    await until(() => chief.operators.get('301')?.presence.state === 'STATE_CALL_ACTIVE', 'in a call');
    expect(JSON.stringify([chief.picture, chief.frames])).not.toContain('Yoga');
    expect(await chief.socket.emitWithAck('audit')).toEqual([]);
  });

  it('names no pauses: of a tab that does not, that answers with something else, or to a board without the right', async () => {
    const [chief, banker] = [new BoardUnderTest(hub.board('chief')), new BoardUnderTest(hub.board('banker'))];
    const earlier = hub.tab('agent1', '301');
    const odd = hub.tab('agent2', '302');
    let reads = 0;
    odd.on('pauses', (done) => {
      reads += 1;
      done({ names: ['x'.repeat(201)], complete: true });
    });
    earlier.emit('presence', presenceOf());
    odd.emit('presence', presenceOf({ operator: 'agent2' }));
    await until(() => chief.operators.size === 2 && banker.operators.size === 2, 'there');
    expect(await banker.socket.emitWithAck('pauses', '302')).toBeNull();
    expect(reads).toBe(0);
    expect(await chief.socket.emitWithAck('pauses', '302')).toBeNull();
    expect(reads).toBe(1);
    expect(await chief.socket.emitWithAck('pauses', '301')).toBeNull();
    expect(await chief.socket.emitWithAck('pauses', 'nobody')).toBeNull();
    expect(await chief.socket.emitWithAck('pauses', { toString: 1 } as never)).toBeNull();
  });

  it('returns the day of the operators that a board may watch', async () => {
    const banker = new BoardUnderTest(hub.board('banker'));
    const tab = hub.tab('agent1', '301');
    hub.tab('agent3', '303').emit('presence', presenceOf({ operator: 'agent3' }));
    tab.emit('presence', presenceOf({ since: null }));
    await until(() => banker.operators.size === 1, 'there');
    tab.emit('presence', { ...inCall, since: null });
    await until(() => banker.operators.get('301')?.presence.state === 'STATE_CALL_ACTIVE', 'in a call');
    const answer = await new Promise<TimelinesAnswer | null>((resolve) =>
      banker.socket.emit('timeline', { operators: ['301', '303'] }, resolve),
    );
    expect(answer?.operators.map(({ id, segments }) => [id, segments.map(({ state }) => state)])).toEqual([
      ['301', ['STATE_IDLE', 'STATE_CALL_ACTIVE']],
    ]);
  });

  it('counts an operator who was silent and is heard without a change as present all the time', async () => {
    await hub.close();
    let ahead = 0;
    hub = await HubUnderTest.start({ clock: { ...systemClock, now: () => Date.now() + ahead } });
    const board = new BoardUnderTest(hub.board('chief'));
    const tab = hub.tab('agent1', '301');
    // Available for five seconds already, so that there is a stretch to show.
    tab.emit('presence', presenceOf({ serverTime: 1_005_000 }));
    await until(() => board.operators.get('301')?.confidence === 'live', 'live');
    const states = async (): Promise<string[] | undefined> => {
      const answer = await board.socket.emitWithAck('timeline', { operators: ['301'] });
      return answer?.operators[0]?.segments.map(({ state }) => state);
    };
    ahead = 9_000;
    await until(() => board.operators.get('301')?.confidence === 'unconfirmed', 'unconfirmed');
    expect(await states()).toEqual(['STATE_IDLE', unconfirmedState]);
    tab.emit('heartbeat');
    await until(() => board.operators.get('301')?.confidence === 'live', 'live again');
    const frames = board.frames.length;
    tab.emit('heartbeat');
    // The hub passes heartbeats on once a second, after it has checked the day.
    await until(() => board.frames.slice(frames).some(({ confirmed }) => confirmed.includes('301')), 'a second later');
    expect(await states()).toEqual(['STATE_IDLE']);
  }, 20_000);

  it('cuts nobody off when the clock is set back', async () => {
    await hub.close();
    let ahead = 0;
    hub = await HubUnderTest.start({ clock: { ...systemClock, now: () => Date.now() + ahead } });
    const board = new BoardUnderTest(hub.board('chief'));
    const tab = hub.tab('agent1', '301');
    const toldBy = board.socket.emitWithAck('totals', {});
    tab.emit('presence', presenceOf());
    await until(() => board.operators.get('301')?.confidence === 'live', 'live');
    expect(await toldBy).not.toBeNull();
    ahead = -60 * 60_000;
    tab.emit('presence', presenceOf({ queue: 'Night' }));
    await until(() => tab.disconnected || board.operators.get('301')?.presence.queue === 'Night', 'heard or cut off');
    expect(tab.connected).toBe(true);
    expect(await board.socket.timeout(5_000).emitWithAck('totals', {})).not.toBeNull();
  });

  it('reports a gone operator only to boards that may watch the team', async () => {
    const [chief, banker] = [new BoardUnderTest(hub.board('chief')), new BoardUnderTest(hub.board('banker'))];
    const offline = { state: 'STATE_LOGOUT', status: 'offline' } as const;
    const [bank, loan] = [hub.tab('agent1', '301'), hub.tab('agent3', '303')];
    bank.emit('presence', presenceOf(offline));
    loan.emit('presence', presenceOf({ ...offline, operator: 'agent3' }));
    await until(() => chief.operators.size === 2 && banker.operators.size === 1, 'there');
    loan.disconnect();
    await until(() => chief.operators.size === 1, 'the chief sees one go');
    bank.disconnect();
    await until(() => chief.operators.size === 0 && banker.operators.size === 0, 'and the other');
    expect(chief.frames.flatMap(({ gone }) => gone)).toEqual(['303', '301']);
    expect(banker.frames.flatMap(({ gone }) => gone)).toEqual(['301']);
  });

  it('has a request in the log before it is carried out, and as one line after', async () => {
    const chief = new BoardUnderTest(hub.board('chief'));
    const tab = hub.tab('agent1', '301');
    let carryOut: (() => void) | undefined;
    tab.on('request', (_asked, done) => (carryOut = () => done({ outcome: 'sent' })));
    tab.emit('presence', presenceOf());
    await until(() => chief.operators.size === 1, 'there');
    const outcome = chief.socket.emitWithAck('request', { operator: '301', request: { kind: 'endPause' } });
    await until(() => carryOut !== undefined, 'the tab is asked');
    expect(await chief.socket.emitWithAck('audit')).toMatchObject([{ operator: '301', outcome: { outcome: 'asked' } }]);
    carryOut?.();
    expect(await outcome).toEqual({ outcome: 'sent' });
    expect(await chief.socket.emitWithAck('audit')).toMatchObject([{ operator: '301', outcome: { outcome: 'sent' } }]);
  });

  it('shows no impossible time of a state, and survives a deeply nested message', async () => {
    const chief = new BoardUnderTest(hub.board('chief'));
    const tab = hub.tab('agent1', '301');
    tab.emit('presence', presenceOf({ since: -1e18, queue: 'Loans\u202E' }));
    await until(() => chief.operators.size === 1, 'there');
    expect(chief.operators.get('301')?.presence).toMatchObject({ since: null, queue: 'Loans' });
    const answer = await chief.socket.emitWithAck('timeline', { operators: ['301'] });
    const [segment] = answer?.operators[0]?.segments ?? [];
    expect(segment).toMatchObject({ from: expect.any(Number), state: 'STATE_IDLE' });
    expect(Math.abs((segment?.from ?? 0) - Date.now())).toBeLessThan(60_000);
    // As deep as fits into a message. Written by hand, because Socket.IO's client can't encode it.
    const deep = '['.repeat(7_000) + ']'.repeat(7_000);
    const nested = (namespace: string, event: string, fields: string): string =>
      `2/${namespace},7["${event}",{${fields}}]`;
    const reasons: HubRefusal[] = [];
    tab.on('refused', ({ reason }) => reasons.push(reason));
    const rest = JSON.stringify(presenceOf()).slice(1, -1);
    tab.io.engine.write(nested('tab', 'presence', `${rest},"call":${deep}`));
    await until(() => reasons.length > 0, 'refused');
    expect(reasons).toEqual(['invalid']);
    const answers: unknown[] = [];
    chief.socket.io.engine.on('data', (data: unknown) => answers.push(data));
    chief.socket.io.engine.write(nested('board', 'request', `"operator":"301","request":${deep}`));
    await until(() => answers.includes('3/board,7[{"outcome":"invalid"}]'), 'no request');
    expect(tab.connected).toBe(true);
  });
});
