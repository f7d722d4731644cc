import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, test } from './link';
import { measured } from './measured';
import type { Return } from './storm-clients';

const clients = 1000;
const processes = 4;

interface Word {
  readonly type: 'all-there' | 'all-back';
  readonly returns?: readonly Return[];
}

const word = async (child: ChildProcess): Promise<Word> => ((await once(child, 'message')) as [Word])[0];

/** The most that fall into any 100 ms, as a share of all. */
function mostAtOnce(times: readonly number[]): number {
  const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 100).length));
  return (most / times.length) * 100;
}

test('1,000 clients that lose their server at once reconnect spread out', async ({ link }) => {
  test.slow();
  await link.server.kill();
  await link.server.start({ MEDIATEL_AUTH: 'none' });
  const children = Array.from({ length: processes }, () =>
    fork(resolve(import.meta.dirname, 'storm-clients.ts'), [link.server.url, String(clients / processes)], {
      execArgv: ['--import', 'tsx'],
    }),
  );
  try {
    expect(await Promise.all(children.map(word))).toEqual(children.map(() => ({ type: 'all-there' })));
    const lostAt = performance.timeOrigin + performance.now();
    await link.server.kill();
    await link.server.start({ MEDIATEL_AUTH: 'none' });
    for (const child of children) child.send(lostAt);
    const returns = (await Promise.all(children.map(word))).flatMap(({ returns: some }) => some ?? []);

    expect(returns).toHaveLength(clients);
    const due = returns.map((one) => one.due);
    const at = returns.map((one) => one.at);
    const spread = (times: readonly number[]): number => Math.max(...times) - Math.min(...times);
    // The library decides when a try is due. When it is carried out depends on this machine too, which runs a thousand
    // clients and the server on two cores.
    process.stdout.write(
      `      done: spread over ${Math.round(spread(at))} ms, at most ${mostAtOnce(at)} % in 100 ms\n`,
    );
    process.stdout.write(`      due: spread over ${Math.round(spread(due))} ms, promised ≥ 4000 ms\n`);
    expect(spread(due)).toBeGreaterThanOrEqual(4000);
    expect(spread(at)).toBeGreaterThanOrEqual(4000);
    measured('most that are due in 100 ms', mostAtOnce(due), 5, '%');
  } finally {
    for (const child of children) child.kill();
    await link.server.kill();
    await link.server.start();
  }
});
