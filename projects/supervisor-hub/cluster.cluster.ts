import type { AlertAcknowledgement } from 'mediatel-lib/hub-protocol';
import { until } from 'test-kit';
import { BoardUnderTest } from './hub.fixture';
import { BalancerUnderTest, NodeUnderTest, OperatorUnderTest, RedisUnderTest, boardOf } from './cluster.fixture';

/** How many operators the cluster's tests have; with `FULL=1` as many as a big call centre. */
const crowd = process.env['FULL'] ? 1000 : 200;

describe('a cluster of two nodes on a real Redis', () => {
  let redis: RedisUnderTest;
  let nodes: NodeUnderTest[];
  let balancer: BalancerUnderTest;
  let operators: OperatorUnderTest[];
  const boards: BoardUnderTest[] = [];

  const startNodes = async (): Promise<void> => {
    nodes = await Promise.all([NodeUnderTest.start(redis.url), NodeUnderTest.start(redis.url)]);
  };

  beforeEach(async () => {
    redis = await RedisUnderTest.start();
    await startNodes();
    balancer = await BalancerUnderTest.start(() => nodes);
    operators = await Promise.all(
      Array.from({ length: crowd }, (_, i) => OperatorUnderTest.start(`agent${i}`, String(1000 + i), balancer.port)),
    );
  }, 120_000);

  afterEach(async () => {
    for (const operator of operators) operator.stop();
    for (const { socket } of boards.splice(0)) socket.disconnect();
    await balancer.close();
    await Promise.all(nodes.map((node) => node.kill()));
    await redis.away();
  }, 60_000);

  /** A board that connects to the balancer, or to one node. */
  async function boardAt({ port }: { readonly port: number }): Promise<BoardUnderTest> {
    const board = new BoardUnderTest(await boardOf(port, 'chief'));
    boards.push(board);
    return board;
  }

  /** Whether the board shows every operator's real state and nothing else. All operators are checked, not a sample. */
  const isTrue = (board: BoardUnderTest): boolean =>
    board.socket.connected &&
    board.operators.size === operators.length &&
    operators.every(({ id, state }) => {
      const shown = board.operators.get(id);
      return shown?.presence.state === state && shown.confidence === 'live';
    });

  const allTrue = (): boolean => boards.every(isTrue);

  /** A board of each node, both correct. */
  async function bothBoards(): Promise<[BoardUnderTest, BoardUnderTest]> {
    const both = await Promise.all([boardAt(nodes[0]!), boardAt(nodes[1]!)]);
    await until(allTrue, 'both boards are true', 30_000);
    return both as [BoardUnderTest, BoardUnderTest];
  }

  /** Changes half of the operators. The first two keep their state, so that their alerts do not end. */
  const changeSome = (): void => {
    for (const operator of operators.slice(2))
      if (Math.random() < 0.5) operator.become(`STATE_${Math.floor(Math.random() * 1e9)}`);
  };

  async function took(what: string, limit: number, holds: () => boolean): Promise<void> {
    const begin = performance.now();
    await until(holds, what, 30_000);
    const ms = Math.round(performance.now() - begin);
    process.stdout.write(`  ${what}: ${ms} ms (promised ≤ ${limit} ms)\n`);
    expect(ms).toBeLessThanOrEqual(limit);
  }

  it('shows the same on boards of both nodes, and everything within 1 s to one that connects late', async () => {
    await bothBoards();
    changeSome();
    await until(allTrue, 'both boards are true again', 30_000);
    const late = await boardAt(nodes[1]!);
    await took('a late board is whole', 1_000, () => isTrue(late));
  }, 120_000);

  it('carries requests to the other node’s tabs, and shows each node’s log, acknowledgements and days on both', async () => {
    const [a, b] = await bothBoards();
    const hello = { kind: 'message', text: 'Hi' } as const;
    for (const operator of operators) operator.socket?.on('request', (_asked, done) => done({ outcome: 'shown' }));
    // Of two neighbours, one is connected to the other node.
    for (const { id } of operators.slice(0, 2)) {
      expect(await a.socket.emitWithAck('request', { operator: id, request: hello })).toEqual({ outcome: 'shown' });
    }
    expect(await b.socket.emitWithAck('audit')).toMatchObject([{ operator: '1001' }, { operator: '1000' }]);
    const condition = 'lasting:available:1000000';
    expect(await a.socket.emitWithAck('acknowledge', { operator: '1000', condition })).toBe(true);
    await until(() => b.acknowledged.length === 1, 'the other node’s board shows who has taken the alert on');
    const wanted = { operators: ['1000', '1001'] };
    const [dayA, dayB] = await Promise.all([a, b].map(({ socket }) => socket.emitWithAck('timeline', wanted)));
    expect(dayA?.operators.map(({ id, segments }) => [id, segments.map(({ state }) => state)])).toEqual([
      ['1000', ['STATE_IDLE']],
      ['1001', ['STATE_IDLE']],
    ]);
    expect(dayB?.operators.map(({ segments }) => segments.map(({ from }) => from))).toEqual(
      dayA?.operators.map(({ segments }) => segments.map(({ from }) => from)),
    );
  }, 120_000);

  it('operators and supervisors are back on the other node within 5 s after one is killed', async () => {
    const survivor = await boardAt(nodes[1]!);
    await Promise.all(Array.from({ length: 4 }, () => boardAt(balancer)));
    await until(allTrue, 'every board is true', 30_000);
    const [killed] = nodes.splice(0, 1);
    await killed!.kill();
    changeSome();
    await took('operators and supervisors back, every board true', 5_000, allTrue);
    expect(isTrue(survivor)).toBe(true);
  }, 120_000);

  it('keeps the audit log, acknowledgements and the day when both nodes are lost at once', async () => {
    const [a] = await bothBoards();
    const request = { kind: 'message', text: 'Hi' } as const;
    await a.socket.emitWithAck('request', { operator: '1000', request });
    await a.socket.emitWithAck('acknowledge', { operator: '1001', condition: 'lasting:available:1000000' });
    const wanted = { operators: ['1002'] };
    const before = await a.socket.emitWithAck('timeline', wanted);
    for (const { socket } of boards.splice(0)) socket.disconnect();
    await Promise.all(nodes.map((node) => node.kill()));
    await startNodes();
    const board = await boardAt(balancer);
    await until(allTrue, 'the board is true', 30_000);
    expect(await board.socket.emitWithAck('audit')).toMatchObject([{ operator: '1000', supervisor: 'chief', request }]);
    expect(board.acknowledged).toMatchObject([
      { operator: '1001', by: 'chief' } satisfies Partial<AlertAcknowledgement>,
    ]);
    const after = await board.socket.emitWithAck('timeline', wanted);
    expect(after?.operators[0]?.segments[0]?.from).toBe(before?.operators[0]?.segments[0]?.from);
  }, 120_000);

  it('converges within 2 s once Redis is back after 5 s', async () => {
    const [a, b] = await bothBoards();
    await redis.away();
    const end = Date.now() + 5_000;
    expect(
      await a.socket.emitWithAck('acknowledge', { operator: '1000', condition: 'lasting:available:1000000' }),
    ).toBe(true);
    while (Date.now() < end) {
      changeSome();
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await redis.back();
    await took(
      'both boards true after Redis, and what was taken on',
      2_000,
      () => allTrue() && b.acknowledged.length > 0,
    );
  }, 120_000);
});
