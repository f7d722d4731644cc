import pino from 'pino';
import { ManualClock } from '../server-kit';
import { until, presenceOf } from 'test-kit';
import { HubUnderTest } from './hub.fixture';

describe('what one identity may ask of the hub, however many sockets it opens', () => {
  const lines: string[] = [];
  let hub: HubUnderTest;

  beforeEach(async () => {
    lines.length = 0;
    const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    // No time passes, so no token comes back.
    hub = await HubUnderTest.start({ clock: new ManualClock(), log });
  });

  afterEach(async () => {
    await hub.close();
  });

  it('a supervisor’s boards share their requests', async () => {
    let answered = 0;
    const boards = Array.from({ length: 4 }, () => hub.board('chief'));
    await until(() => boards.every(({ connected }) => connected), 'connected');
    for (const board of boards) for (let i = 0; i < 10; i++) board.emit('audit', () => void answered++);
    await until(() => boards.some(({ disconnected }) => disconnected), 'cut off');
    const other = hub.board('banker');
    expect(await other.emitWithAck('audit')).toEqual([]);
    expect(answered).toBeLessThanOrEqual(20);
  });

  it('an operator’s tabs share their messages, one after the other too', async () => {
    const refusals: string[] = [];
    for (let times = 0; times < 4; times++) {
      const tab = hub.tab('agent1', '301');
      tab.on('refused', ({ reason }) => refusals.push(reason));
      await until(() => tab.connected, 'connected');
      for (let i = 0; i < 20; i++) tab.emit('presence', presenceOf({ since: i }));
      tab.emit('presence', { operator: 'agent1' } as never);
      await until(() => refusals.length > times, 'refused');
      tab.disconnect();
    }
    expect(refusals).toEqual(['invalid', 'too-frequent', 'too-frequent', 'too-frequent']);
  });

  it('has one line a second of each cause in the log', async () => {
    const tab = hub.tab('agent1', '301');
    let refused = 0;
    tab.on('refused', () => void refused++);
    await until(() => tab.connected, 'connected');
    for (let i = 0; i < 30; i++) tab.emit('presence', { operator: 'agent1' } as never);
    await until(() => refused === 30, 'refused');
    expect(lines).toHaveLength(1);
  });
});
