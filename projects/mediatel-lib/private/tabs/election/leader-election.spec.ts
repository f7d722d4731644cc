import { jest } from '@jest/globals';
import * as fc from 'fast-check';
import { FakeChannel, FakeLocks } from './fake-tab-world';
import type { TabRoleInput } from './next-tab-role';
import { LeaderElection, askInterval, missLimit } from './leader-election';
import { tabVersion } from '../channel/tab-message';

/** A channel of the tab that acts now. */
let opener: Tab | null = null;
/** Whether what runs was begun outside of Angular's zone. */
let isOutside = false;
const setOpener = (tab: Tab | null): void => void (opener = tab);

class OwnedChannel extends FakeChannel {
  constructor(name: string) {
    super(name);
    this.hushed = opener?.hangs ?? false;
    opener?.channels.push(this);
  }
}

/** One page in the election. */
class Tab {
  readonly channels: FakeChannel[] = [];
  readonly heard: string[] = [];
  hangs = false;
  readonly #backlog: TabRoleInput[] = [];
  readonly link: LeaderElection;

  constructor(locks: FakeLocks) {
    this.link = new LeaderElection(
      'operator',
      locks,
      { monotonic: () => performance.now() },
      {
        inCall: () => false,
        outside: (run) => {
          isOutside = true;
          run();
          isOutside = false;
        },
        changed: () => undefined,
        heard: (message) => void this.heard.push(message.type),
      },
    );
    const enter = this.link.enter.bind(this.link);
    this.link.enter = (input) => {
      if (!this.hangs) return enter(input);
      // The browser delivers events to a hung page as soon as it runs again. Its timers don't run meanwhile.
      if (input.type === 'granted' || input.type === 'lost') this.#backlog.push(input);
    };
  }

  act(action: (link: LeaderElection) => void): void {
    setOpener(this);
    action(this.link);
    setOpener(null);
  }

  hang(on: boolean): void {
    this.hangs = on;
    for (const channel of this.channels) channel.hushed = on;
    if (!on) for (const input of this.#backlog.splice(0)) this.link.enter(input);
  }

  get status(): string {
    return this.link.role.status;
  }
}

const count = 5;
/** How long the tabs take to replace a hung leader and to know the new one (ms). */
const takeover = askInterval * (missLimit + 2) + 100;

const happening = fc.record({
  tab: fc.nat(count - 1),
  what: fc.constantFrom('start', 'stop', 'leave', 'back', 'hang', 'wake', 'wish', 'nothing'),
  then: fc.constantFrom(0, 50, askInterval, takeover),
});

function happen(tab: Tab, what: string): void {
  if (what === 'hang' || what === 'wake') return tab.hang(what === 'hang');
  // A hung page does nothing, and drops what it should do meanwhile.
  if (tab.hangs) return;
  tab.act((link) => {
    if (what === 'start') link.start();
    if (what === 'stop') link.enter({ type: 'stopped' });
    if (what === 'leave') link.enter({ type: 'left' });
    if (what === 'back') link.enter({ type: 'back' });
    if (what === 'wish') link.wish();
  });
}

const isThere = ({ status }: Tab): boolean => status !== 'idle' && status !== 'away';

describe('TabLink', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    FakeChannel.open.clear();
    Object.defineProperty(globalThis, 'BroadcastChannel', { value: OwnedChannel, configurable: true });
  });

  afterEach(() => jest.useRealTimers());

  /** Tabs after the election: the first one leads. */
  async function begin(tabCount: number): Promise<Tab[]> {
    const locks = new FakeLocks();
    const tabs = Array.from({ length: tabCount }, () => new Tab(locks));
    for (const tab of tabs) {
      happen(tab, 'start');
      await jest.advanceTimersByTimeAsync(10);
    }
    expect(tabs.map(({ status }) => status)).toEqual(['leading', ...tabs.slice(1).map(() => 'following')]);
    return tabs;
  }

  it('asks every 400 ms, and steals the lock from a leader that leaves more than four questions unanswered', async () => {
    const [leader, other] = await begin(2);
    expect([askInterval, missLimit]).toEqual([400, 4]);
    leader!.hang(true);
    await jest.advanceTimersByTimeAsync(4 * 400);
    expect(other!.status).toBe('following');
    await jest.advanceTimersByTimeAsync(400);
    expect(other!.status).toBe('leading');
  });

  it('opens its channel and starts its pings outside of Angular’s zone, in every role', async () => {
    const places: boolean[] = [];
    class PlacedChannel extends OwnedChannel {
      constructor(name: string) {
        super(name);
        places.push(isOutside);
      }
    }
    Object.defineProperty(globalThis, 'BroadcastChannel', { value: PlacedChannel, configurable: true });
    const begins = jest.spyOn(globalThis, 'setInterval');
    begins.mockImplementation(() => {
      places.push(isOutside);
      return places.length as never;
    });
    const [leader, other] = await begin(2);
    happen(leader!, 'stop');
    await jest.advanceTimersByTimeAsync(10);
    expect(other!.status).toBe('leading');
    happen(leader!, 'start');
    await jest.advanceTimersByTimeAsync(10);
    begins.mockRestore();
    // Three channels; questions while the first seeks, while the other does, and while the first does again.
    expect(places).toEqual(Array.from({ length: 6 }, () => true));
  });

  it('takes over half a second after wish() from a leader that does not release the phone', async () => {
    const [leader, other] = await begin(2);
    leader!.hang(true);
    happen(other!, 'wish');
    await jest.advanceTimersByTimeAsync(499);
    expect(other!.status).toBe('following');
    await jest.advanceTimersByTimeAsync(1);
    expect(other!.status).toBe('leading');
  });

  it('forgets a wish when it stops, or when the page is left', async () => {
    for (const [end, again] of [
      ['stop', 'start'],
      ['leave', 'back'],
    ]) {
      FakeChannel.open.clear();
      const [leader, other] = await begin(2);
      happen(other!, 'wish');
      happen(other!, end!);
      happen(other!, again!);
      await jest.advanceTimersByTimeAsync(2000);
      expect([leader!.status, other!.status]).toEqual(['leading', 'following']);
    }
  });

  it('has one wish at a time, however often wish() is called', async () => {
    const [leader, other] = await begin(2);
    leader!.hang(true);
    happen(other!, 'wish');
    await jest.advanceTimersByTimeAsync(300);
    happen(other!, 'wish');
    await jest.advanceTimersByTimeAsync(499);
    expect(other!.status).toBe('following');
    await jest.advanceTimersByTimeAsync(1);
    expect(other!.status).toBe('leading');
  });

  it('gives its wish up for a later one of another tab, and for no earlier or automatic one', async () => {
    for (const [then, winner] of [
      ['wish', 2],
      ['want back', 1],
    ] as const) {
      FakeChannel.open.clear();
      const tabs = await begin(3);
      const [leader, first, second] = tabs;
      leader!.hang(true);
      happen(first!, 'wish');
      await jest.advanceTimersByTimeAsync(20);
      // A tab wants a call back that got no sound elsewhere: nobody pressed anything.
      if (then === 'wish') happen(second!, 'wish');
      else second!.act((link) => link.post({ type: 'wanted', silent: true }));
      await jest.advanceTimersByTimeAsync(600);
      expect(tabs.findIndex((tab) => tab !== leader && tab.status === 'leading')).toBe(winner);
    }
  });

  it('answers that it leads only when a tab asks', async () => {
    const [leader] = await begin(2);
    const said = (): number =>
      (FakeChannel.sent as { from: string; body: { type: string } }[]).filter(
        ({ from, body }) => from === leader!.link.id && body.type === 'here',
      ).length;
    const before = said();
    await jest.advanceTimersByTimeAsync(3 * askInterval);
    expect(said() - before).toBe(3);
  });

  it('ignores wish() while it leads', async () => {
    const [leader, other] = await begin(2);
    happen(leader!, 'wish');
    await jest.advanceTimersByTimeAsync(1000);
    expect(other!.heard).not.toContain('wanted');
    expect(leader!.status).toBe('leading');
    happen(other!, 'wish');
    await jest.advanceTimersByTimeAsync(0);
    expect(leader!.heard).toContain('wanted');
  });

  it('ignores a former leader that does not know yet that it lost the lock', async () => {
    const [leader, other] = await begin(2);
    const { name } = other!.channels.at(-1)!;
    const say = async (from: string, term: number | null): Promise<void> => {
      const envelope = { mediatel: tabVersion, from, term, sentAt: Date.now(), now: 0, body: { type: 'retryNow' } };
      new FakeChannel(name).postMessage(envelope);
      await jest.advanceTimersByTimeAsync(0);
    };
    await say('robbed', 0);
    expect(other!.heard).not.toContain('retryNow');
    expect(other!.link.role).toMatchObject({ status: 'following', leader: leader!.link.id });
    // Another follower sends no term.
    await say('third', null);
    expect(other!.heard.filter((type) => type === 'retryNow')).toHaveLength(1);
    await say(leader!.link.id, 1);
    expect(other!.heard.filter((type) => type === 'retryNow')).toHaveLength(2);
  });

  it('elects exactly one of the open tabs, after any history (law)', async () => {
    let settled = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 25, size: 'max' }), async (happenings) => {
        const locks = new FakeLocks();
        const tabs = Array.from({ length: count }, () => new Tab(locks));
        for (const tab of tabs.slice(0, 3)) happen(tab, 'start');
        for (const { tab, what, then } of happenings) {
          happen(tabs[tab]!, what);
          await jest.advanceTimersByTimeAsync(then);
          const awake = tabs.filter((one) => isThere(one) && !one.hangs);
          const leading = awake.filter(({ status }) => status === 'leading').length;
          expect(leading).toBeLessThanOrEqual(1);
          // After the time to find out, the leader is a tab that does not hang.
          const isSettled = then === takeover && awake.length > 0;
          if (isSettled) settled++;
          expect(leading).toBeGreaterThanOrEqual(isSettled ? 1 : 0);
        }
        for (const tab of tabs) tab.hang(false);
        // At least one tab is open, so that one can lead.
        for (const what of ['start', 'back']) happen(tabs[0]!, what);
        await jest.advanceTimersByTimeAsync(takeover);
        const there = tabs.filter(isThere);
        const [leader, ...others] = there.filter(({ status }) => status === 'leading');
        expect(leader).toBeDefined();
        expect(others).toEqual([]);
        for (const tab of there.filter((one) => one !== leader)) {
          expect(tab.link.role).toMatchObject({ status: 'following', leader: leader!.link.id });
        }
        for (const tab of tabs) tab.link.enter({ type: 'stopped' });
      }),
      { numRuns: 100 },
    );
    expect(settled).toBeGreaterThan(0);
  }, 120_000);
});
