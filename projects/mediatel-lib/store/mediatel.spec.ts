import { PLATFORM_ID } from '@angular/core';
import { jest } from '@jest/globals';
import type { MediatelOutcome } from './commands/command-outcome';
import { preloadEffects } from './effects-loader';
import type { MediatelEvent } from './facade/mediatel-event';
import { HostPage, deliver, snapshotIn } from './mediatel.fixture';
import { CommandActions } from './state/command-actions';
import { commandNames } from './state/command-status';

const done: MediatelOutcome = { done: true };
const unanswered: MediatelOutcome = { done: false, why: 'unanswered' };
const refused = (reason: string) => ({ done: false, why: 'refused', refusal: expect.objectContaining({ reason }) });

/** The outcomes so far: `null` for a promise that is not settled. */
function watch(...promises: readonly Promise<MediatelOutcome>[]): (MediatelOutcome | null)[] {
  const outcomes: (MediatelOutcome | null)[] = promises.map(() => null);
  promises.forEach((promise, index) => {
    void promise.then((outcome) => {
      expect(outcomes[index]).toBeNull();
      outcomes[index] = outcome;
    });
  });
  return outcomes;
}

const pages: HostPage[] = [];
const open = async (state: string, ...given: Parameters<typeof HostPage.open>): Promise<HostPage> => {
  const page = await HostPage.open(...given);
  pages.push(page);
  await page.signIn(state);
  page.connection.takeSent();
  return page;
};

beforeAll(preloadEffects);
beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  for (const { app } of pages.splice(0)) if (!app.destroyed) app.destroy();
  jest.useRealTimers();
});

describe('a request', () => {
  it('is done when a snapshot confirms it, and not before', async () => {
    const page = await open('STATE_IDLE');
    const outcomes = watch(page.mediatel.makeCall('0661234501'));
    await deliver();
    expect(outcomes).toEqual([null]);
    expect(page.connection.takeSent()).toEqual(['makeCall']);
    page.snapshot('STATE_MAKECALL_REQUEST');
    await deliver();
    expect(outcomes).toEqual([done]);
  });

  it('is refused with the reason', async () => {
    const page = await open('STATE_PAUSE');
    await expect(page.mediatel.makeCall('0661234501')).resolves.toEqual(refused('wrong-phase'));
    await expect(page.mediatel.hold()).resolves.toEqual(refused('wrong-phase'));
    await expect(page.mediatel.hangUp()).resolves.toEqual(refused('no-call'));
    expect(page.connection.takeSent()).toEqual([]);
  });

  it('is unanswered after its limit, and stays so when it takes effect late', async () => {
    const page = await open('STATE_IDLE', { commandTimeout: 3000 });
    const outcomes = watch(page.mediatel.makeCall('0661234501'));
    jest.advanceTimersByTime(2999);
    await deliver();
    expect(outcomes).toEqual([null]);
    jest.advanceTimersByTime(1);
    await deliver();
    expect(outcomes).toEqual([unanswered]);
    page.snapshot('STATE_MAKECALL_REQUEST');
    await deliver();
    expect(outcomes).toEqual([unanswered]);
    expect(page.mediatel.problems().map(({ kind }) => kind)).toContain('late-call');
  });

  it('has its own outcome if it is given twice at once', async () => {
    const page = await open('STATE_IDLE');
    const outcomes = watch(page.mediatel.makeCall('0661'), page.mediatel.makeCall('0661'));
    await deliver();
    expect(outcomes).toEqual([null, refused('already-pending')]);
    page.snapshot('STATE_MAKECALL_REQUEST');
    await deliver();
    expect(outcomes).toEqual([done, refused('already-pending')]);
  });

  it('to hang up, pressed twice, ends with the one hang-up', async () => {
    const page = await open('STATE_CALL_ACTIVE');
    const outcomes = watch(page.mediatel.hangUp(), page.mediatel.hangUp());
    expect(page.connection.takeSent()).toEqual(['closeCall']);
    await deliver();
    expect(outcomes).toEqual([null, null]);
    page.snapshot('STATE_IDLE');
    await deliver();
    expect(outcomes).toEqual([done, done]);
  });

  it('to hang up without a link ends with the SIP call', async () => {
    const page = await open('STATE_CALL_ACTIVE');
    page.softphone.invite('a');
    page.mediatel.answer().catch(() => undefined);
    page.connection.disconnect();
    page.app.tick();
    await expect(page.mediatel.hangUp()).resolves.toEqual(done);
    expect(page.state.softphone.call).toBeNull();
  });

  it('is overtaken when another call comes first', async () => {
    const page = await open('STATE_IDLE');
    const outcomes = watch(page.mediatel.pause('4'));
    page.snapshot('STATE_CALL_DELIVERED');
    await deliver();
    expect(outcomes).toEqual([refused('overtaken')]);
  });

  it('is not confirmed by the equal request of another', async () => {
    const page = await open('STATE_IDLE', { commandTimeout: 1000 });
    const first = watch(page.mediatel.makeCall('0661'));
    jest.advanceTimersByTime(1000);
    await deliver();
    const second = watch(page.mediatel.makeCall('0661'));
    await deliver();
    expect([...first, ...second]).toEqual([unanswered, null]);
    page.snapshot('STATE_MAKECALL_REQUEST');
    await deliver();
    expect([...first, ...second]).toEqual([unanswered, done]);
  });

  it('to mute follows the last value: an earlier one that is wanted no more is overtaken', async () => {
    const page = await open('STATE_CALL_ACTIVE');
    page.softphone.invite('a');
    const outcomes = watch(page.mediatel.mute(true), page.mediatel.mute(false), page.mediatel.mute(true));
    await deliver();
    expect(outcomes).toEqual([null, refused('overtaken'), null]);
    page.snapshot('STATE_CALL_ACTIVE', { mute: true });
    await deliver();
    expect(outcomes).toEqual([done, refused('overtaken'), done]);
  });

  it('to mute and back is done when Mediatel confirmed the second toggle', async () => {
    const page = await open('STATE_CALL_ACTIVE');
    page.softphone.invite('a');
    const outcomes = watch(page.mediatel.mute(true), page.mediatel.mute(false));
    page.snapshot('STATE_CALL_ACTIVE', { mute: true });
    await deliver();
    expect(outcomes).toEqual([done, null]);
    page.snapshot('STATE_CALL_ACTIVE', { mute: false });
    await deliver();
    expect(outcomes).toEqual([done, done]);
  });

  it('for a pause takes its name, and is done when it is planned during a call', async () => {
    const page = await open('STATE_IDLE');
    const { id, name } = page.mediatel.pauses()[0]!;
    const outcomes = watch(page.mediatel.pause(name));
    page.snapshot('STATE_PAUSE', { pauseId: id });
    await deliver();
    expect(outcomes).toEqual([done]);
    page.snapshot('STATE_CALL_ACTIVE', { availableCommand: [] });
    await expect(page.mediatel.pause(id)).resolves.toEqual(done);
    expect(page.mediatel.safeToReload()).toEqual({ safe: false, reason: 'in-call' });
    await expect(page.mediatel.cancelNextPause()).resolves.toEqual(done);
  });

  it('to save codes is unanswered when clerical ends without Mediatel having taken them', async () => {
    const page = await open('STATE_IDLE', { clericalSeconds: 10 });
    const call = { callTraceID: '77', time: 1_000 };
    page.snapshot('STATE_CALL_ACTIVE', call);
    page.snapshot('STATE_CLERICAL', { ...call, time: 2_000 });
    const code = page.state.agent.availableCallCodes[0]!;
    const outcomes = watch(page.mediatel.saveCallCodes([code.id], { note: 'call back' }));
    page.snapshot('STATE_IDLE', { time: 12_000 });
    await deliver();
    expect(outcomes).toEqual([unanswered]);
  });

  it('to answer is done when the phone has answered, and refused without a call', async () => {
    const page = await open('STATE_IDLE', { autoAnswer: 'never' });
    await expect(page.mediatel.answer()).resolves.toEqual(refused('no-call'));
    page.softphone.invite('a');
    await expect(page.mediatel.answer()).resolves.toEqual(done);
    await expect(page.mediatel.sendDigits('1#')).resolves.toEqual(done);
    expect(page.softphone.executedOf('sendDigits')).toHaveLength(1);
  });

  it('that is pending at a sign-out is overtaken; the sign-out resolves when it is over', async () => {
    const page = await open('STATE_IDLE');
    const outcomes = watch(page.mediatel.makeCall('0661'), page.mediatel.signOut());
    await deliver();
    expect(outcomes).toEqual([null, null]);
    page.snapshot('STATE_LOGOUT');
    await deliver();
    expect(outcomes).toEqual([refused('overtaken'), done]);
    expect(page.mediatel.session()).toEqual({ status: 'signedOut' });
    await expect(page.mediatel.hold()).resolves.toEqual(refused('not-signed-in'));
  });

  it('settles when the application is destroyed, and leaves no timer', async () => {
    const page = await open('STATE_IDLE');
    const before = jest.getTimerCount();
    const outcomes = watch(page.mediatel.makeCall('0661'), page.mediatel.signOut());
    page.app.destroy();
    await deliver();
    expect(outcomes).toEqual([refused('page-closed'), refused('page-closed')]);
    expect(jest.getTimerCount()).toBeLessThanOrEqual(before);
    await expect(page.mediatel.hold()).resolves.toEqual(refused('page-closed'));
  });

  it('on a server is refused', async () => {
    const page = await HostPage.open({}, [{ provide: PLATFORM_ID, useValue: 'server' }]);
    pages.push(page);
    await expect(page.mediatel.signIn()).resolves.toEqual(refused('no-browser'));
    await expect(page.mediatel.makeCall('0661')).resolves.toEqual(refused('no-browser'));
    await expect(page.mediatel.signOut()).resolves.toEqual(refused('no-browser'));
    expect(page.mediatel.session()).toEqual({ status: 'signedOut' });
  });

  it('before a sign-in is refused', async () => {
    const page = await HostPage.open();
    pages.push(page);
    await expect(page.mediatel.makeCall('0661')).resolves.toEqual(refused('not-signed-in'));
  });
});

describe('a sign-in', () => {
  it('reports its own failure, and is overtaken by a newer one', async () => {
    const fails: ((error: unknown) => void)[] = [];
    const page = await HostPage.open({ account: () => new Promise((_, reject) => fails.push(reject)) });
    pages.push(page);
    const outcomes = watch(page.mediatel.signIn(), page.mediatel.signIn());
    await deliver();
    fails.reverse().forEach((fail) => fail(new Error('no')));
    await deliver();
    expect(outcomes).toEqual([refused('overtaken'), refused('sign-in-failed')]);
    expect(page.mediatel.problems()).toEqual([{ kind: 'sign-in-failed', recovery: null }]);
  });
});

describe('in a tab that follows', () => {
  const openTwo = async (state: string): Promise<[HostPage, HostPage]> => {
    const two = await HostPage.openTwo(state, { commandTimeout: 3000 });
    pages.push(...two);
    return two;
  };

  it('a request is done, refused or unanswered like in the leading one', async () => {
    const both = await openTwo('STATE_IDLE');
    const [leader, follower] = both;
    const outcomes = watch(follower.mediatel.makeCall('0661'));
    await deliver();
    expect(outcomes).toEqual([null]);
    expect(leader.connection.takeSent()).toEqual(['makeCall']);
    expect(follower.connection.takeSent()).not.toContain('makeCall');
    snapshotIn(both, 'STATE_MAKECALL_REQUEST');
    await deliver();
    expect(outcomes).toEqual([done]);
    await expect(follower.mediatel.hold()).resolves.toEqual(refused('wrong-phase'));
    const late = watch(follower.mediatel.hangUp());
    await deliver();
    jest.advanceTimersByTime(3000);
    await deliver();
    expect(late).toEqual([unanswered]);
  });

  it('each of two tabs gets the outcome of its own request', async () => {
    const both = await openTwo('STATE_IDLE');
    const [leader, follower] = both;
    const outcomes = watch(follower.mediatel.makeCall('0661'), leader.mediatel.makeCall('0662'));
    await deliver();
    expect(outcomes).toEqual([refused('already-pending'), null]);
    snapshotIn(both, 'STATE_MAKECALL_REQUEST');
    await deliver();
    expect(outcomes).toEqual([refused('already-pending'), done]);
  });

  it('a second hang-up in another tab ends with the first', async () => {
    const both = await openTwo('STATE_CALL_ACTIVE');
    const [leader, follower] = both;
    const outcomes = watch(leader.mediatel.hangUp(), follower.mediatel.hangUp());
    await deliver();
    expect(leader.connection.takeSent()).toEqual(['closeCall']);
    expect(outcomes).toEqual([null, null]);
    snapshotIn(both, 'STATE_IDLE');
    await deliver();
    expect(outcomes).toEqual([done, done]);
  });

  it('a request ends unanswered if its tab hears no more of the leading one', async () => {
    const [leader, follower] = await openTwo('STATE_IDLE');
    leader.tab.isCut = true;
    const outcomes = watch(follower.mediatel.makeCall('0661'));
    await deliver();
    leader.snapshot('STATE_MAKECALL_REQUEST');
    jest.advanceTimersByTime(5999);
    await deliver();
    expect(outcomes).toEqual([null]);
    jest.advanceTimersByTime(1);
    await deliver();
    expect(outcomes).toEqual([unanswered]);
  });

  it('a toggle follows the value that is wanted last, whichever tab wants it', async () => {
    const both = await openTwo('STATE_IDLE');
    const [leader, follower] = both;
    const outcomes = watch(leader.mediatel.predictive(true), follower.mediatel.predictive(false));
    await deliver();
    expect(outcomes).toEqual([null, null]);
    snapshotIn(both, 'STATE_IDLE', { predictiveStatus: true });
    await deliver();
    expect(outcomes).toEqual([done, null]);
    snapshotIn(both, 'STATE_IDLE', { predictiveStatus: false });
    await deliver();
    expect(outcomes).toEqual([done, done]);
  });
});

describe('a host on the facade alone', () => {
  it('sees session, state, call, queues, pauses and refusals', async () => {
    const page = await open('STATE_IDLE');
    const { mediatel } = page;
    expect(mediatel.session()).toMatchObject({ status: 'signedIn' });
    expect(mediatel.refusals().makeCall).toBeNull();
    expect(mediatel.queues().length).toBeGreaterThan(0);
    page.snapshot('STATE_CALL_ACTIVE', { ani: '0661234501' });
    expect(mediatel.state().phase).toBe('talking');
    expect(mediatel.call()).toMatchObject({ phase: 'talking', otherParty: '0661234501' });
    expect(mediatel.refusals().makeCall).not.toBeNull();
  });

  it('hears the events of a call in order, each with its type', async () => {
    const page = await open('STATE_IDLE');
    const events: MediatelEvent[] = [];
    page.mediatel.events.subscribe((event) => events.push(event));
    page.snapshot('STATE_MAKECALL_REQUEST', { callTraceID: '7' });
    page.snapshot('STATE_CALL_ACTIVE', { callTraceID: '7', ani: '066' });
    page.snapshot('STATE_IDLE');
    expect(events.map(({ type }) => type)).toEqual([
      'dialingStarted',
      'callStarted',
      'customerChanged',
      'screenPopRequested',
      'callEnded',
      'becameAvailable',
      'customerChanged',
    ]);
    const started = events.find((event) => event.type === 'callStarted');
    expect(started?.ani).toBe('066');
  });

  it('is safe to reload without a call, a draft or anything pending', async () => {
    const page = await open('STATE_IDLE');
    const { mediatel } = page;
    expect(mediatel.safeToReload()).toEqual({ safe: true });
    void mediatel.makeCall('0661');
    expect(mediatel.safeToReload()).toEqual({ safe: false, reason: 'pending' });
    page.snapshot('STATE_MAKECALL_REQUEST');
    expect(mediatel.safeToReload()).toEqual({ safe: false, reason: 'in-call' });
    page.snapshot('STATE_CALL_ACTIVE');
    page.snapshot('STATE_CLERICAL');
    await deliver();
    expect(mediatel.safeToReload()).toEqual({ safe: true });
    await mediatel.saveCallCodes([], { note: 'call back' });
    expect(mediatel.safeToReload()).toEqual({ safe: false, reason: 'unsent-draft' });
  });

  it('solves a problem by the problem itself', async () => {
    const page = await open('STATE_IDLE');
    page.softphone.report({
      type: 'microphoneChanged',
      microphone: { status: 'failed', failure: 'denied', detail: '' },
    });
    const problem = page.mediatel.problems().find(({ kind }) => kind === 'microphone')!;
    page.mediatel.recover(problem);
    expect(page.softphone.executedOf('reopenMicrophone')).toHaveLength(1);
  });

  it('has a method for every command', async () => {
    const page = await open('STATE_IDLE');
    expect(commandNames.filter((name) => typeof page.mediatel[name] !== 'function')).toEqual([]);
  });

  it('mixes with actions: these end no promise', async () => {
    const page = await open('STATE_IDLE');
    page.dispatch(CommandActions.makeCall({ phoneNumber: '0661' }));
    await expect(page.mediatel.makeCall('0661')).resolves.toEqual(refused('already-pending'));
  });
});
