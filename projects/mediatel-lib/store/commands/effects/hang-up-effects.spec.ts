import { jest } from '@jest/globals';
import { DestroyRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { LeaderTab } from 'mediatel-lib/ports';
import { FakeLeaderTab, StoreHarness } from 'mediatel-lib/testing';
import { inCall } from '../../effects-kit/in-call.fixture';
import { preloadEffects } from '../../effects-loader';
import { CommandActions } from '../../state/command-actions';
import { SessionActions } from '../../state/session-actions';
import { SoftphoneActions } from '../../state/softphone-actions';

beforeAll(preloadEffects);
beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
});
afterEach(() => jest.useRealTimers());

describe('hanging up', () => {
  it('closes the call; the BYE follows after 2 s if it still lives', async () => {
    const harness = await inCall();
    harness.dispatch(CommandActions.hangUp());
    expect(harness.connection.takeSent()).toEqual(['closeCall']);
    jest.advanceTimersByTime(1999);
    expect(harness.softphone.hungUp).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(harness.softphone.hungUp).toEqual(['a']);
  });

  it('needs no BYE if the server ends the call', async () => {
    const harness = await inCall();
    harness.dispatch(CommandActions.hangUp());
    harness.snapshot('STATE_CLERICAL');
    harness.softphone.end();
    jest.advanceTimersByTime(10_000);
    expect(harness.softphone.hungUp).toEqual([]);
    expect(harness.state.commands.statuses.hangUp.status).toBe('idle');
  });

  it('again does nothing', async () => {
    const harness = await inCall();
    harness.dispatch(CommandActions.hangUp());
    harness.takeNames();
    harness.dispatch(CommandActions.hangUp());
    expect(harness.takeNames()).toEqual(['Hang Up']);
    expect(harness.connection.takeSent()).toEqual(['closeCall']);
  });

  it('without a link is a BYE at once', async () => {
    const harness = await inCall();
    harness.connection.disconnect();
    harness.dispatch(CommandActions.hangUp());
    expect(harness.softphone.hungUp).toEqual(['a']);
    expect(harness.connection.sent).toEqual([]);
  });

  describe('of a call that rings', () => {
    const ringing = async (): Promise<StoreHarness> => {
      const harness = new StoreHarness({ autoAnswer: 'never' });
      await harness.signIn();
      harness.snapshot('STATE_IDLE');
      harness.softphone.invite('b');
      harness.dispatch(CommandActions.hangUp());
      return harness;
    };
    const pass = (harness: StoreHarness, ms: number): void => {
      harness.clock.advance(ms);
      jest.advanceTimersByTime(ms);
    };

    it('rejects it after the grace if Mediatel does not know it', async () => {
      const harness = await ringing();
      expect(harness.state.commands.lastRefusal).toBeNull();
      pass(harness, 1999);
      expect(harness.softphone.hungUp).toEqual([]);
      pass(harness, 1);
      expect(harness.softphone.hungUp).toEqual(['b']);
      expect(harness.connection.sent).toEqual([]);
    });

    it('does not reject it if Mediatel’s snapshot comes late', async () => {
      const harness = await ringing();
      pass(harness, 500);
      harness.snapshot('STATE_CALL_DELIVERED');
      pass(harness, 10_000);
      expect(harness.softphone.hungUp).toEqual([]);
    });
  });

  it('of a call that Mediatel does not know is a BYE at once', async () => {
    const harness = await inCall();
    harness.snapshot('STATE_IDLE');
    harness.dispatch(CommandActions.hangUp());
    expect(harness.softphone.hungUp).toEqual(['a']);
    expect(harness.connection.sent).toEqual([]);
  });

  describe('while the link to Mediatel is down', () => {
    const hungUp = async (): Promise<StoreHarness> => {
      const harness = await inCall();
      harness.disconnect();
      harness.dispatch(CommandActions.hangUp());
      expect(harness.softphone.hungUp).toEqual(['a']);
      harness.connection.takeSent();
      return harness;
    };

    it('closes the call when the link is back, once', async () => {
      const harness = await hungUp();
      harness.connect();
      harness.snapshot('STATE_CALL_ACTIVE');
      expect(harness.connection.takeSent()).toEqual(['closeCall']);
      harness.disconnect();
      harness.connect();
      harness.snapshot('STATE_CALL_ACTIVE');
      expect(harness.connection.takeSent()).not.toContain('closeCall');
    });

    it('closes it also if the operator pressed twice', async () => {
      const harness = await hungUp();
      harness.dispatch(CommandActions.hangUp());
      harness.connect();
      harness.snapshot('STATE_CALL_ACTIVE');
      expect(harness.connection.takeSent()).toEqual(['closeCall']);
    });

    it('closes it also if the operator pressed in a following tab', async () => {
      const tab = new FakeLeaderTab();
      const harness = await inCall([{ provide: LeaderTab, useValue: tab }]);
      harness.disconnect();
      const { knownCallTraceID: callTraceID, callNumber } = harness.state.agent;
      const command = { command: CommandActions.hangUp(), call: { callTraceID, callNumber } };
      tab.forwarded.next({ command, answer: () => undefined });
      expect(harness.softphone.hungUp).toEqual(['a']);
      harness.connection.takeSent();
      harness.connect();
      harness.snapshot('STATE_CALL_ACTIVE');
      expect(harness.connection.takeSent()).toEqual(['closeCall']);
    });

    it('closes nothing at the next sign-in if a sign-out ended the call', async () => {
      const harness = await inCall();
      harness.disconnect();
      harness.dispatch(SessionActions.signedOut({}));
      await harness.signIn('STATE_CALL_ACTIVE');
      expect(harness.connection.takeSent()).not.toContain('closeCall');
    });

    it('closes nothing if the call is over, or another one', async () => {
      for (const [state, more] of [
        ['STATE_CLERICAL', {}],
        ['STATE_CALL_ACTIVE', { callTraceID: '2' }],
      ] as const) {
        const harness = await hungUp();
        harness.connect();
        harness.snapshot(state, more);
        expect(harness.connection.takeSent()).not.toContain('closeCall');
        TestBed.resetTestingModule();
      }
    });
  });

  describe('while the link to Mediatel is down, before the page is loaded again', () => {
    /** The operator hangs up, and the page is loaded again. */
    const reloaded = async (tab = new FakeLeaderTab()): Promise<StoreHarness> => {
      const harness = await inCall();
      harness.disconnect();
      harness.dispatch(CommandActions.hangUp());
      expect(harness.softphone.hungUp).toEqual(['a']);
      TestBed.resetTestingModule();
      return new StoreHarness({}, [{ provide: LeaderTab, useValue: tab }]);
    };
    const isClosed = (harness: StoreHarness): boolean => harness.connection.takeSent().includes('closeCall');
    /** The link is lost and comes back, and Mediatel shows that call. */
    const again = (harness: StoreHarness): boolean => {
      harness.disconnect();
      harness.connect();
      harness.snapshot('STATE_CALL_ACTIVE');
      return isClosed(harness);
    };

    it('closes the call when the link is up, once', async () => {
      const harness = await reloaded();
      await harness.signIn('STATE_CALL_ACTIVE');
      expect(harness.connection.takeSent().filter((sent) => sent === 'closeCall')).toHaveLength(1);
      expect(again(harness)).toBe(false);
    });

    it('closes it also while Mediatel has it on hold', async () => {
      const harness = await reloaded();
      await harness.signIn('STATE_HOLD');
      expect(isClosed(harness)).toBe(true);
    });

    it.each([
      ['another one', 'STATE_CALL_ACTIVE', { callTraceID: '2' }],
      ['one without an id', 'STATE_CALL_ACTIVE', { callTraceID: '' }],
      ['over', 'STATE_CLERICAL', {}],
      ['gone', 'STATE_IDLE', { callTraceID: '' }],
    ])('closes nothing if the call is %s, nor later', async (_, state, fields) => {
      const harness = await reloaded();
      await harness.signIn(state, fields);
      expect(isClosed(harness)).toBe(false);
      expect(again(harness)).toBe(false);
    });

    it('closes nothing that it can’t tell from another call', async () => {
      const harness = new StoreHarness();
      await harness.signIn('STATE_CALL_ACTIVE', { callTraceID: '' });
      harness.softphone.invite('a');
      harness.disconnect();
      harness.dispatch(CommandActions.hangUp());
      TestBed.resetTestingModule();
      const next = new StoreHarness();
      await next.signIn('STATE_CALL_ACTIVE', { callTraceID: '' });
      expect(isClosed(next)).toBe(false);
    });

    it('closes nothing after ten minutes', async () => {
      const harness = await reloaded();
      jest.setSystemTime(Date.now() + 600_001);
      await harness.signIn('STATE_CALL_ACTIVE');
      expect(isClosed(harness)).toBe(false);
    });

    it('closes nothing after a sign-out, or for another operator', async () => {
      const harness = await reloaded();
      await harness.session.signIn();
      harness.dispatch(SessionActions.signedOut({}));
      TestBed.resetTestingModule();
      const next = new StoreHarness();
      await next.signIn('STATE_CALL_ACTIVE');
      expect(isClosed(next)).toBe(false);
    });

    it('closes nothing if the application ended the call', async () => {
      const harness = await inCall();
      harness.disconnect();
      TestBed.inject(DestroyRef).onDestroy(() =>
        harness.dispatch(
          SoftphoneActions.ended({ callId: 'a', by: 'operator', answered: true, cause: 'Terminated', at: 0 }),
        ),
      );
      TestBed.resetTestingModule();
      const next = new StoreHarness();
      await next.signIn('STATE_CALL_ACTIVE');
      expect(isClosed(next)).toBe(false);
    });

    it('closes nothing once the phone has the call again', async () => {
      const harness = await reloaded();
      await harness.session.signIn();
      const caller = { callerNumber: null, callerName: null };
      harness.softphone.report({ type: 'resumed', callId: 'a', ...caller, answeredAt: 0, muted: false, at: 0 });
      harness.connect();
      harness.snapshot('STATE_CALL_ACTIVE');
      expect(isClosed(harness)).toBe(false);
    });

    it('is left to the leading tab', async () => {
      const tab = new FakeLeaderTab();
      const harness = await reloaded(tab);
      tab.follow();
      await harness.signIn('STATE_CALL_ACTIVE');
      expect(isClosed(harness)).toBe(false);
      tab.lead();
      expect(again(harness)).toBe(true);
    });
  });

  it('while it rings is closeCall, never a rejection', async () => {
    const harness = new StoreHarness({ autoAnswer: 'never' });
    await harness.signIn('STATE_MAKECALL_REQUEST');
    harness.softphone.invite('a');
    harness.dispatch(CommandActions.hangUp());
    expect(harness.connection.takeSent()).toEqual(['closeCall']);
    jest.advanceTimersByTime(60_000);
    expect(harness.softphone.hungUp).toEqual([]);
    harness.disconnect();
    harness.dispatch(CommandActions.hangUp());
    expect(harness.softphone.hungUp).toEqual([]);
    expect(harness.state.commands.lastRefusal).toEqual({ command: 'hangUp', refusal: { reason: 'not-connected' } });
  });

  it('leaves the next call alone', async () => {
    const harness = await inCall();
    harness.dispatch(CommandActions.hangUp());
    harness.softphone.end();
    harness.snapshot('STATE_CALL_DELIVERED', { callTraceID: '2' });
    harness.softphone.invite('b');
    jest.advanceTimersByTime(5000);
    expect(harness.softphone.hungUp).toEqual([]);
    expect(harness.softphone.answered).toEqual(['a', 'b']);
  });
});
