import { Writable } from 'node:stream';
import { createClient } from 'redis';
import pino from 'pino';
import { presenceOf, until } from 'test-kit';
import { NodeUnderTest, RedisUnderTest, boardOf, tabOf } from './cluster.fixture';
import { BoardUnderTest } from './hub.fixture';
import { DayCalendar } from './day-calendar';
import { connectRedis } from './redis-link';
import type { RedisClient } from './redis-store';

const password = 'S3cret-of-Redis';

describe('a node whose Redis does not serve', () => {
  let redis: RedisUnderTest;
  beforeAll(async () => (redis = await RedisUnderTest.start('--requirepass', password)), 60_000);
  const closing: (() => unknown)[] = [];
  afterAll(async () => {
    // Before Redis ends: a connection that has lost it would retry for ever.
    for (const close of closing) await close();
    await redis.away();
  });

  const at = (user: string, scheme = 'redis'): string => `${scheme}://${user}127.0.0.1:${redis.port}`;

  it.each([
    ['the password is wrong', () => at(`:${password}-not@`), /refuses the user or the password/],
    ['there is no password', () => at(''), /refuses the user or the password/],
    ['it speaks no TLS', () => at(`:${password}@`, 'rediss'), /speaks no TLS/],
    ['nobody listens', () => `redis://:${password}@127.0.0.1:1`, /cannot be reached/],
    ['the address is none', () => `redis://:${password}@127.0.0.1:999999`, /REDIS_URL must be an address/],
  ])(
    'ends and says that %s, never the password',
    async (_what, url, words) => {
      const { code, said } = await NodeUnderTest.ended(url());
      expect(said).toMatch(words);
      expect(said.trim().split('\n')).toHaveLength(1);
      expect(said).not.toContain(password);
      expect(code).toBe(1);
    },
    20_000,
  );

  it('logs each kind of fault once an outage, in later outages too', async () => {
    const lines: { readonly level: number; readonly reason?: string; readonly msg: string }[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        lines.push(JSON.parse(String(chunk)));
        done();
      },
    });
    const link = await connectRedis(at(`:${password}@`), new DayCalendar(), pino({ level: 'info' }, sink));
    const admin = createClient({ url: at(`:${password}@`) }) as RedisClient;
    admin.on('error', () => undefined);
    await admin.connect();
    closing.push(
      () => admin.destroy(),
      () => link.close(),
    );
    // Sets another password and disconnects everybody: the node reconnects to a Redis that refuses it.
    await admin.configSet('requirepass', `${password}-2`);
    await admin.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes']);
    const reasons = (): (string | undefined)[] => lines.filter(({ level }) => level === 40).map(({ reason }) => reason);
    await until(() => reasons().includes('wrong-password'), 'the wrong password is told');
    await admin.configSet('requirepass', password);
    await until(() => lines.some(({ msg }) => msg === 'Redis is reachable again'), 'back');
    expect(reasons()).toEqual(['closed', 'wrong-password']);
    expect(JSON.stringify(lines)).not.toContain(password);
  }, 20_000);
});

describe('a Redis that is emptied', () => {
  let redis: RedisUnderTest;
  let admin: RedisClient;
  let nodes: NodeUnderTest[] = [];
  const sockets: { disconnect(): unknown }[] = [];

  beforeAll(async () => {
    redis = await RedisUnderTest.start();
    nodes = await Promise.all([NodeUnderTest.start(redis.url), NodeUnderTest.start(redis.url)]);
    admin = createClient({ url: redis.url }) as RedisClient;
    admin.on('error', () => undefined);
    await admin.connect();
  }, 60_000);

  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    admin.destroy();
    await Promise.all(nodes.map((node) => node.kill()));
    await redis.away();
  }, 60_000);

  it('an emptied Redis is filled again with presences, today’s operators and lasting segments', async () => {
    for (const [i, { port }] of nodes.entries()) {
      const tab = await tabOf(port, `agent${i + 1}`, `30${i + 1}`);
      sockets.push(tab);
      tab.on('connect', () => tab.emit('presence', presenceOf({ operator: `agent${i + 1}` })));
    }
    const board = new BoardUnderTest(await boardOf(nodes[0]!.port, 'chief'));
    sockets.push(board.socket);
    await until(() => board.operators.size === 2, 'both are there');
    const states = async (): Promise<string[]> => {
      const answer = await board.socket.emitWithAck('timeline', { operators: ['301', '302'] });
      return (answer?.operators ?? []).map(({ segments }) => segments.map(({ state }) => state).join());
    };
    await admin.flushAll();
    const days = async (): Promise<number> => (await admin.keys('mediatel-hub:day:*')).length;
    const end = Date.now() + 5_000;
    while ((await days()) < 2 && Date.now() < end);
    expect((await admin.hKeys('mediatel-hub:presence')).sort()).toEqual(['301', '302']);
    const [people = ''] = await admin.keys('mediatel-hub:people:*');
    expect((await admin.hKeys(people)).sort()).toEqual(['301', '302']);
    expect(await states()).toEqual(['STATE_IDLE', 'STATE_IDLE']);
  }, 20_000);
});

describe('nodes of two time zones', () => {
  it('nodes of two time zones don’t run together: the later one ends and says why', async () => {
    const redis = await RedisUnderTest.start();
    const node = await NodeUnderTest.start(redis.url, { HUB_TIME_ZONE: 'Europe/Kyiv' });
    const { code, said } = await NodeUnderTest.ended(redis.url, { HUB_TIME_ZONE: 'UTC' });
    const same = await NodeUnderTest.start(redis.url, { HUB_TIME_ZONE: 'Europe/Kiev' });
    await Promise.all([node.kill(), same.kill()]);
    await redis.away();
    expect(said.trim()).toBe(
      'HUB_TIME_ZONE is UTC here, but Europe/Kyiv on the running nodes: all nodes need the same',
    );
    expect(code).toBe(1);
  }, 40_000);
});
