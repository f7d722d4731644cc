import { heartbeatInterval } from 'mediatel-lib/protocol';
import { type BoardSocket, BoardUnderTest, type TabSocket, until } from './hub-under-test';
import { NodeUnderTest, RedisUnderTest, boardOf, cookieOf, tabOf } from './cluster-under-test';
import { presence } from './presence-under-test';

/** How many operators the cluster's tests have; `FULL=1`: as many as a big call centre. */
const crowd = process.env['FULL'] ? 1000 : 200;

/** A tab that comes back to whichever node answers, and says again what is true of its operator. */
class Operator {
  state = 'STATE_IDLE';
  socket: TabSocket | null = null;
  private stopped = false;
  private readonly beat = setInterval(() => {
    if (this.socket?.connected) this.socket.emit('heartbeat');
  }, heartbeatInterval);

  constructor(
    readonly login: string,
    readonly id: string,
    private readonly cookie: string,
    private readonly ports: () => readonly number[],
  ) {}

  connect(turn = 0): void {
    const ports = this.ports();
    const socket = tabOf(ports[turn % ports.length]!, this.cookie);
    this.socket = socket;
    const again = (): void => {
      if (!this.stopped && this.socket === socket) setTimeout(() => this.connect(turn + 1), 200 + Math.random() * 800);
    };
    socket.on('connect', () => this.say());
    socket.on('disconnect', again);
    socket.on('connect_error', again);
  }

  become(state: string): void {
    this.state = state;
    if (this.socket?.connected) this.say();
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.beat);
    this.socket?.disconnect();
  }

  private say(): void {
    this.socket?.emit('presence', presence({ operator: this.login, state: this.state }));
  }
}

describe('a cluster of two nodes on a real Redis', () => {
  let redis: RedisUnderTest;
  let nodes: NodeUnderTest[];
  let operators: Operator[];
  const sockets: BoardSocket[] = [];

  beforeEach(async () => {
    redis = await RedisUnderTest.start();
    nodes = await Promise.all([NodeUnderTest.start(redis.url), NodeUnderTest.start(redis.url)]);
    operators = await Promise.all(
      Array.from({ length: crowd }, async (_, i) => {
        const [login, id] = [`agent${i}`, String(1000 + i)];
        return new Operator(login, id, await cookieOf(login, id), () => nodes.map(({ port }) => port));
      }),
    );
    operators.forEach((operator, i) => operator.connect(i));
  }, 120_000);

  afterEach(async () => {
    for (const operator of operators) operator.stop();
    for (const socket of sockets.splice(0)) socket.disconnect();
    await Promise.all(nodes.map((node) => node.kill()));
    await redis.away();
  }, 60_000);

  async function boardAt(node: NodeUnderTest): Promise<BoardUnderTest> {
    const socket = boardOf(node.port, await cookieOf('chief', '1'));
    sockets.push(socket);
    return new BoardUnderTest(socket);
  }

  /** Every operator's true state, and only that: checked one by one, not sampled. */
  const isTrue = (board: BoardUnderTest): boolean =>
    board.operators.size === operators.length &&
    operators.every(({ id, state }) => {
      const shown = board.operators.get(id);
      return shown?.presence.state === state && shown.confidence === 'live';
    });

  const changeSome = (): void => {
    for (const operator of operators)
      if (Math.random() < 0.5) operator.become(`STATE_${Math.floor(Math.random() * 1e9)}`);
  };

  async function took(what: string, limit: number, holds: () => boolean): Promise<void> {
    const begin = performance.now();
    await until(holds, what, 30_000);
    const ms = Math.round(performance.now() - begin);
    process.stdout.write(`  ${what}: ${ms} ms (promised ≤ ${limit} ms)\n`);
    expect(ms).toBeLessThanOrEqual(limit);
  }

  it('shows the same on boards of both nodes, and the whole to one that comes late within 1 s', async () => {
    const [a, b] = await Promise.all([boardAt(nodes[0]!), boardAt(nodes[1]!)]);
    await until(() => isTrue(a) && isTrue(b), 'both boards are true', 30_000);
    changeSome();
    await until(() => isTrue(a) && isTrue(b), 'both boards are true again', 30_000);
    const late = await boardAt(nodes[1]!);
    await took('a late board is whole', 1_000, () => isTrue(late));
  }, 120_000);

  it('carries a request to a tab of the other node', async () => {
    const board = await boardAt(nodes[0]!);
    await until(() => isTrue(board), 'the board is true', 30_000);
    const other = operators.find((_, i) => i % 2 === 1)!;
    other.socket!.on('request', (_asked, done) => done({ outcome: 'shown' }));
    const outcome = await new Promise((resolve) =>
      board.socket.emit('request', { operator: other.id, request: { kind: 'message', text: 'Hi' } }, resolve),
    );
    expect(outcome).toEqual({ outcome: 'shown' });
  }, 120_000);

  it('has everybody back on the other node within 5 s of one being killed', async () => {
    const survivor = await boardAt(nodes[1]!);
    await until(() => isTrue(survivor), 'the board is true', 30_000);
    const [killed] = nodes.splice(0, 1);
    await killed!.kill();
    changeSome();
    await took('operators back and true', 5_000, () => isTrue(survivor));
    const moved = await boardAt(nodes[0]!);
    await took('a board that moved is whole', 1_000, () => isTrue(moved));
  }, 120_000);

  it('converges within 2 s once Redis is back after 5 s', async () => {
    const [a, b] = await Promise.all([boardAt(nodes[0]!), boardAt(nodes[1]!)]);
    await until(() => isTrue(a) && isTrue(b), 'both boards are true', 30_000);
    await redis.away();
    const end = Date.now() + 5_000;
    while (Date.now() < end) {
      changeSome();
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await redis.back();
    await took('both boards true after Redis', 2_000, () => isTrue(a) && isTrue(b));
  }, 120_000);
});
