import { jest } from '@jest/globals';
import { LeaderTab } from 'mediatel-lib/ports';
import { FakeLeaderTab, StoreHarness } from 'mediatel-lib/testing';
import { Subject } from 'rxjs';
import { CommandActions } from '../state/command-actions';
import { preloadEffects } from '../effects-loader';

beforeAll(preloadEffects);

describe('a link that leaves a command unanswered', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function dialled(): Promise<{ harness: StoreHarness; retries: { readonly mock: { calls: unknown[] } } }> {
    const harness = new StoreHarness({ commandTimeout: 3000 });
    await harness.signIn();
    const retries = jest.spyOn(harness.connection, 'retryNow');
    harness.clock.advance(10);
    harness.dispatch(CommandActions.makeCall({ phoneNumber: '0661234501' }));
    harness.connection.takeSent();
    return { harness, retries };
  }

  it('is dropped when nothing came over it since; nothing is sent again', async () => {
    const { harness, retries } = await dialled();
    jest.advanceTimersByTime(2999);
    expect(retries.mock.calls).toHaveLength(0);
    jest.advanceTimersByTime(1);
    expect(retries.mock.calls).toHaveLength(1);
    harness.snapshot('STATE_IDLE');
    expect(harness.connection.takeSent()).toEqual([]);
  });

  it('is dropped before the desk can show that the command is unanswered', async () => {
    const { harness, retries } = await dialled();
    const dropsWhenShown: number[] = [];
    harness.store.subscribe(() => {
      if (harness.state.commands.statuses.makeCall.status === 'unanswered')
        queueMicrotask(() => dropsWhenShown.push(retries.mock.calls.length));
    });
    jest.advanceTimersByTime(3000);
    await Promise.resolve();
    expect(dropsWhenShown).toEqual([1]);
  });

  it('is kept when the answers that a suspended page held back come after its overdue timer', async () => {
    const { harness, retries } = await dialled();
    // The page wakes: all its timers are overdue, and run before the messages that arrived meanwhile.
    jest.runOnlyPendingTimers();
    harness.clock.advance(10_000);
    harness.snapshot('STATE_MAKECALL_REQUEST', { ani: '0661234501' });
    jest.advanceTimersByTime(10_000);
    expect(harness.takeNames()).not.toContain('Command Unanswered');
    expect(retries.mock.calls).toHaveLength(0);
  });

  it('is kept while messages that came during a suspension of the page are held back', async () => {
    const tab = new FakeLeaderTab();
    const harness = new StoreHarness({ commandTimeout: 3000 }, [{ provide: LeaderTab, useValue: tab }]);
    await harness.signIn();
    harness.clock.advance(10);
    harness.dispatch(CommandActions.makeCall({ phoneNumber: '0661234501' }));
    harness.clock.advance(10);
    tab.doubt = new Subject();
    jest.advanceTimersByTime(4000);
    harness.snapshot('STATE_IDLE', { predictiveStatus: '1' });
    tab.doubt.next();
    expect(harness.state.commands.statuses.makeCall.status).toBe('unanswered');
    expect(harness.connection.retries).toBe(0);
  });

  it('is kept when it still brings snapshots: the agent is silent, not the link', async () => {
    const { harness, retries } = await dialled();
    harness.clock.advance(10);
    harness.snapshot('STATE_IDLE', { predictiveStatus: '1' });
    jest.advanceTimersByTime(3100);
    expect(harness.state.commands.statuses.makeCall.status).toBe('unanswered');
    expect(retries.mock.calls).toHaveLength(0);
  });
});
