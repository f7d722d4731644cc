import { createClient } from 'redis';
import { presenceOf, until } from 'test-kit';
import { NodeUnderTest, RedisUnderTest, boardOf, tabOf } from './cluster.fixture';
import type { BoardSocket, TabSocket } from './hub.fixture';

/** Either node may write first, by chance. With this many operators both orders occur. */
const crowd = 30;

/**
 * Operators move from one node to the other. The old node writes that it lost the tab, the new one writes the tab's
 * state.
 */
describe('the days of operators whose tabs move to another node', () => {
  let redis: RedisUnderTest;
  let reader: ReturnType<typeof createClient>;
  let nodes: NodeUnderTest[];
  let boards: BoardSocket[];
  const tabs: TabSocket[] = [];
  const since = Date.now() - 60_000;
  const operators = Array.from({ length: crowd }, (_, i) => String(1000 + i));

  beforeEach(async () => {
    redis = await RedisUnderTest.start();
    reader = createClient({ url: redis.url });
    reader.on('error', () => undefined);
    await reader.connect();
    nodes = await Promise.all([NodeUnderTest.start(redis.url), NodeUnderTest.start(redis.url)]);
    boards = await Promise.all(nodes.map(({ port }) => boardOf(port, 'chief')));
  }, 60_000);

  afterEach(async () => {
    for (const socket of [...tabs.splice(0), ...boards]) socket.disconnect();
    reader.destroy();
    await Promise.all(nodes.map((node) => node.kill()));
    await redis.away();
  }, 60_000);

  const loginOf = (id: string): string => `agent${id}`;

  async function tabAt(node: number, id: string, state: string, begun = since): Promise<TabSocket> {
    const tab = await tabOf(nodes[node]!.port, loginOf(id), id);
    tabs.push(tab);
    tab.on('connect', () =>
      tab.emit('presence', presenceOf({ operator: loginOf(id), state, since: begun, serverTime: Date.now() })),
    );
    await until(() => tab.connected, 'the tab is connected');
    return tab;
  }

  let barriers = 0;
  /** Waits until both nodes have written everything: a node writes later what it receives later. */
  async function allWritten(): Promise<void> {
    const ids = nodes.map(() => `barrier${(barriers += 1)}`);
    await Promise.all(ids.map((id, node) => tabAt(node, id, 'STATE_IDLE')));
    let known: string[] = [];
    const look = async (): Promise<void> => {
      known = await reader.hKeys('mediatel-hub:presence');
      if (!ids.every((id) => known.includes(id))) return look();
    };
    await look();
  }

  async function move(from: TabSocket[], to: number, state: string, begun = since): Promise<TabSocket[]> {
    const moved: TabSocket[] = [];
    for (const [i, id] of operators.entries()) {
      moved.push(await tabAt(to, id, state, begun));
      await until(() => from[i]!.disconnected, 'the old node has let its tab go');
    }
    await allWritten();
    return moved;
  }

  /** What both nodes show of each operator, as one text for operators that show the same. */
  async function daysShown(): Promise<string[]> {
    const answers = await Promise.all(boards.map((board) => board.emitWithAck('timeline', { operators })));
    const days = answers.flatMap((answer) => answer?.operators ?? []);
    expect(days).toHaveLength(2 * crowd);
    return [...new Set(days.map(({ segments }) => segments.map(({ state }) => state).join(' ')))];
  }

  it('days have no gap, whichever node writes last', async () => {
    const first = await Promise.all(operators.map((id) => tabAt(0, id, 'STATE_IDLE')));
    await allWritten();
    await move(first, 1, 'STATE_IDLE');
    expect(await daysShown()).toEqual(['STATE_IDLE']);
  }, 60_000);

  it('days go on when a tab returns to a node whose last entry is the same', async () => {
    const first = await Promise.all(operators.map((id) => tabAt(0, id, 'STATE_IDLE')));
    await allWritten();
    const second = await move(first, 1, 'STATE_PAUSE', since + 20_000);
    await move(second, 0, 'STATE_IDLE', since + 40_000);
    expect(await daysShown()).toEqual(['STATE_IDLE STATE_PAUSE STATE_IDLE']);
  }, 60_000);
});
