import { createClient } from 'redis';
import { RedisUnderTest } from './cluster.fixture';
import { type RedisClient, RedisStore } from './redis-store';

describe('RedisStore on a real Redis', () => {
  let redis: RedisUnderTest;
  let client: RedisClient;

  beforeAll(async () => {
    redis = await RedisUnderTest.start();
    client = createClient({ url: redis.url }) as RedisClient;
    await client.connect();
  }, 60_000);
  afterAll(async () => {
    client.destroy();
    await redis.away();
  });

  it('raises epochs for all nodes, also after the store was emptied, and lets them expire', async () => {
    let now = 2_000_000_000_000;
    const [one, other] = [
      new RedisStore(client, undefined, () => now),
      new RedisStore(client, undefined, () => now - 3_000),
    ];
    const first = await one.nextEpoch('301');
    expect(first).toBe(now);
    expect(await other.nextEpoch('301')).toBe(first + 1);
    expect(await other.nextEpoch('302')).toBe(now - 3_000);
    for (const key of await client.keys('*')) expect(await client.ttl(key)).toBeGreaterThan(0);
    await client.flushAll();
    now += 1;
    expect(await one.nextEpoch('301')).toBeGreaterThanOrEqual(first + 1);
  });
});
