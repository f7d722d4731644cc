import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { createClient } from 'redis';
import { until } from 'test-kit';
import { RedisUnderTest } from './cluster.fixture';
import type { RedisClient } from './redis-store';

const password = 'S3cret-of-Redis';

/** A process that has only a connection to Redis. */
class LinkUnderTest {
  #words = '';
  readonly ended: Promise<number | null>;
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;

  private constructor(process: ChildProcessByStdio<Writable, Readable, null>) {
    this.#process = process;
    process.stdout.on('data', (data: Buffer) => (this.#words += data.toString()));
    this.ended = new Promise((resolve) => process.once('close', resolve));
  }

  static start(url: string, moment: 'at-once' | 'when-said'): LinkUnderTest {
    const args = ['--import', 'tsx', 'projects/supervisor-hub/redis-link.fixture.ts', url, moment];
    const env = { ...process.env, NODE_OPTIONS: '', TSX_TSCONFIG_PATH: 'projects/supervisor-hub/tsconfig.json' };
    return new LinkUnderTest(spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] }));
  }

  says(what: string): Promise<void> {
    return until(() => this.#words.includes(what), what, 15_000);
  }

  close(): void {
    this.#process.stdin.end();
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }
}

describe('a link to Redis that is closed', () => {
  let redis: RedisUnderTest;
  let admin: RedisClient;
  let link: LinkUnderTest;

  beforeEach(async () => {
    redis = await RedisUnderTest.start('--requirepass', password);
    admin = createClient({ url: `redis://:${password}@127.0.0.1:${redis.port}` }) as RedisClient;
    admin.on('error', () => undefined);
    await admin.connect();
  }, 60_000);
  afterEach(async () => {
    link.kill();
    admin.destroy();
    await redis.away();
  });

  const start = (moment: 'at-once' | 'when-said'): void => {
    link = LinkUnderTest.start(`redis://:${password}@127.0.0.1:${redis.port}`, moment);
  };
  /** Two connections of our own, and two of the adapter's. */
  const connections = async (): Promise<number> => {
    const list = String(await admin.sendCommand(['CLIENT', 'LIST']));
    return list.trim().split('\n').length - 1;
  };
  const openLink = async (): Promise<void> => {
    start('when-said');
    await link.says('open\n');
    while ((await connections()) !== 4);
  };

  it('leaves nothing that keeps the process, while the adapter still connects', async () => {
    start('at-once');
    expect(await link.ended).toBe(0);
    expect(await connections()).toBe(0);
  }, 30_000);

  it('leaves nothing that keeps the process, while Redis serves', async () => {
    await openLink();
    link.close();
    expect(await link.ended).toBe(0);
  }, 30_000);

  it('leaves nothing that keeps the process, while Redis refuses the password', async () => {
    await openLink();
    await admin.configSet('requirepass', `${password}-2`);
    await admin.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes']);
    await link.says('wrong-password');
    link.close();
    expect(await link.ended).toBe(0);
  }, 30_000);

  it('leaves nothing that keeps the process, while Redis is away', async () => {
    await openLink();
    await redis.away();
    await link.says('unreachable');
    link.close();
    expect(await link.ended).toBe(0);
  }, 30_000);
});
