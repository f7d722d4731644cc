import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HubSnapshot, TotalsAnswer } from 'mediatel-lib/hub-protocol';
import { presenceOf } from 'test-kit';
import { readConfig } from '../config';
import { ServerUnderTest, type TestSocket } from '../server.fixture';

const presence = presenceOf({
  state: 'STATE_CALL_ACTIVE',
  status: 'in_call',
  queue: 'DM_Banks_Manual',
  call: { traceId: '17', kind: 'outgoing', start: 1_000_000, number: '0661234567' },
});

describe('the supervisor hub in the training server', () => {
  let server: ServerUnderTest;

  beforeEach(async () => {
    server = new ServerUnderTest();
    await server.start();
  });
  afterEach(() => server.close());

  const publish = async (tab: TestSocket): Promise<void> => {
    await tab.next('connect');
    tab.socket.emit('presence', presence);
  };

  it('shows a supervisor an operator’s presence, with name, team and the whole number', async () => {
    const board = server.connectHub('board', await server.signIn('supervisor1'));
    await board.next('picture');
    await publish(server.connectHub('tab', await server.signIn('agent1')));
    const frame = await board.next('frame', ({ changed }) => (changed as unknown[]).length > 0);
    expect(frame['changed']).toEqual([
      expect.objectContaining({ id: '301', name: 'Olena Kovalenko', team: 'Banks', confidence: 'live', presence }),
    ]);
  });

  it('lets a supervisor request everything, and carries it to the operator’s tab', async () => {
    const tab = server.connectHub('tab', await server.signIn('agent1'));
    await publish(tab);
    const board = server.connectHub('board', await server.signIn('supervisor1'));
    const { rights } = (await board.next('picture')) as unknown as HubSnapshot;
    expect(rights.requests).toEqual(['message', 'endPause', 'takePause', 'logout', 'restart']);
    tab.socket.on('request', ({ from }: { from: string }, done: (outcome: object) => void) =>
      done(from === 'supervisor1' ? { outcome: 'shown' } : { outcome: 'refused', reason: from }),
    );
    const asked = { operator: '301', request: { kind: 'message', text: 'Well done' } };
    expect(await board.socket.emitWithAck('request', asked)).toEqual({ outcome: 'shown' });
  });

  it.each([
    ['no cookie', async () => ({ cookie: undefined, headers: {} })],
    ['a forged cookie', async () => ({ cookie: 'VouchCookie=x.y.z', headers: {} })],
    [
      'a foreign page',
      async () => ({ cookie: await server.signIn('supervisor1'), headers: { origin: 'http://evil.example' } }),
    ],
  ])('refuses %s at the door', async (_whose, make) => {
    const { cookie, headers } = await make();
    const board = server.connectHub('board', cookie, headers);
    await board.next('connect_error');
    expect(board.socket.connected).toBe(false);
  });

  it('an operator is no supervisor, and publishes for nobody else', async () => {
    const board = server.connectHub('board', await server.signIn('agent1'));
    expect(await board.next('connect_error')).toMatchObject({ reason: { message: 'not-a-supervisor' } });
    const tab = server.connectHub('tab', await server.signIn('agent2'));
    await publish(tab);
    expect(await tab.next('refused')).toMatchObject({ reason: 'not-your-presence' });
  });

  it('makes a crowd for a supervisor and ends it; an operator may not', async () => {
    const cookie = await server.signIn('supervisor1');
    const board = server.connectHub('board', cookie);
    await board.next('picture');
    expect((await server.post('/api/load', { operators: 5 }, await server.signIn('agent1'))).status).toBe(403);
    const made = await server.post('/api/load', { operators: 200, changesPerSecond: 100 }, cookie);
    expect(await made.json()).toEqual({ operators: 200, changesPerSecond: 100 });
    const { operators } = await server
      .connectHub('board', cookie)
      .next('picture')
      .then((picture) => picture as unknown as HubSnapshot);
    expect(operators).toHaveLength(200);
    expect(new Set(operators.map(({ team }) => team)).size).toBe(8);
    expect(operators.every(({ name, confidence }) => /^Crowd \d+$/.test(name) && confidence === 'live')).toBe(true);
    board.seen.length = 0;
    await board.next('frame', ({ changed }) => (changed as unknown[]).length > 0);
    await server.post('/api/load', { operators: 0 }, cookie);
    await board.next('frame', ({ gone }) => (gone as unknown[]).length > 0);
    const { operators: left } = (await server.connectHub('board', cookie).next('picture')) as unknown as HubSnapshot;
    expect(left).toEqual([]);
  });

  it('reads another file of teams, and reports what is wrong in one', async () => {
    const path = join(server.dataDir, 'teams.json');
    writeFileSync(
      path,
      JSON.stringify({ teams: { Night: ['agent1'] }, supervisors: { supervisor1: { teams: ['Night'] } } }),
    );
    await server.stop();
    await server.start({ HUB_TEAMS: path });
    const board = server.connectHub('board', await server.signIn('supervisor1'));
    const { rights } = (await board.next('picture')) as unknown as HubSnapshot;
    expect(rights).toEqual({ supervisor: 'supervisor1', teams: ['Night'], numbers: false, requests: [] });

    writeFileSync(path, JSON.stringify({ teams: {}, supervisors: { supervisor1: { teams: ['Day'] } } }));
    expect(() => readConfig({ HUB_TEAMS: path })).toThrow(/HUB_TEAMS: .*names no team: "Day"/);
  });
});

it('begins a day at the midnight of HUB_TIME_ZONE', async () => {
  const server = await new ServerUnderTest().start({ HUB_TIME_ZONE: 'Pacific/Kiritimati' });
  try {
    const board = server.connectHub('board', await server.signIn('supervisor1'));
    await board.next('picture');
    const { timeZone, begin } = (await board.socket.emitWithAck('totals', {})) as TotalsAnswer;
    expect(timeZone).toBe('Pacific/Kiritimati');
    expect(new Date(begin).getUTCHours()).toBe(10);
    expect(() => readConfig({ HUB_TIME_ZONE: 'Kyiv time' })).toThrow(/^HUB_TIME_ZONE must be .* not "Kyiv time"$/);
  } finally {
    await server.close();
  }
});

it('needs the cookie even if the other sockets do not', async () => {
  const server = await new ServerUnderTest().start({ MEDIATEL_AUTH: 'none' });
  try {
    await server.connectHub('tab').next('connect_error');
    const tab = server.connectHub('tab', await server.signIn('agent1'));
    await tab.next('connect');
    expect(tab.socket.connected).toBe(true);
  } finally {
    await server.close();
  }
});
