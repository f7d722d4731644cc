import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { LeaderTab, accountPlace, storedPlaces } from 'mediatel-lib/ports';
import { FakeLeaderTab, StoreHarness, fakeAccount } from 'mediatel-lib/testing';
import { Subject } from 'rxjs';
import { AccountVault } from '../commands/account-vault';
import { preloadEffects } from '../effects-loader';
import { CommandActions, CommandOutcomes } from '../state/command-actions';
import type { CommandRefusal } from '../state/command-status';
import { SessionActions } from '../state/session-actions';

let desk: StoreHarness;
let tab: FakeLeaderTab;

const logOut = { name: 'logOut' } as const;
const session = (): string => desk.session.state().status;
const registration = (): string => desk.state.softphone.registration.status;
const signOut = (): void => {
  void desk.session.signOut();
  desk.takeNames();
};

async function signedIn(state = 'STATE_IDLE'): Promise<void> {
  tab = new FakeLeaderTab();
  desk = new StoreHarness({}, [{ provide: LeaderTab, useValue: tab }]);
  await desk.signIn(state);
  TestBed.tick();
  desk.connection.takeSent();
}

beforeAll(preloadEffects);
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a sign-out in the leading tab', () => {
  it('keeps the phone until the log-out is confirmed: a call may still come', async () => {
    await signedIn();
    signOut();
    expect(registration()).toBe('registered');
    desk.snapshot('STATE_LOGOUT');
    expect(registration()).toBe('off');
  });

  it('leaves nothing of its operator’s calls in the browser, also if the phone was never loaded', async () => {
    const places = [storedPlaces.sipCall, storedPlaces.sipInvite, storedPlaces.sipBye, storedPlaces.heldCall];
    const others = accountPlace(storedPlaces.sipCall, { ...fakeAccount.sip, login: 'sip2' }).key;
    await signedIn();
    for (const key of [others, ...places.map((place) => accountPlace(place, fakeAccount.sip).key)])
      localStorage.setItem(key, '{}');
    signOut();
    desk.snapshot('STATE_LOGOUT');
    expect(Object.keys(localStorage).filter((key) => key.startsWith('mediatel.sip.'))).toEqual([others]);
    localStorage.removeItem(others);
  });

  it('is over at once if nobody is logged in', async () => {
    await signedIn();
    desk.dispatch(CommandActions.logOut());
    desk.snapshot('STATE_LOGOUT');
    desk.connection.takeSent();
    signOut();
    expect(desk.session.state()).toEqual({ status: 'signedOut' });
    expect(desk.connection.takeSent()).toEqual([]);
  });

  it('waits for a pending log-in, and then logs out', async () => {
    await signedIn('STATE_LOGOUT');
    signOut();
    expect(session()).toBe('signingOut');
    expect(desk.connection.takeSent()).toEqual([]);
    desk.snapshot('STATE_IDLE');
    expect(desk.connection.takeSent()).toEqual(['logout']);
    desk.snapshot('STATE_LOGOUT');
    expect(desk.session.state()).toEqual({ status: 'signedOut' });
  });

  it('is over when the pending log-in is refused', async () => {
    await signedIn('STATE_LOGOUT');
    signOut();
    desk.snapshot('STATE_LOGOUT', { loginErrorID: '7', loginErrorText: 'wrong password', loginAttempt: 2 });
    expect(desk.session.state()).toEqual({ status: 'signedOut' });
    expect(desk.connection.takeSent()).toEqual([]);
  });

  it('is not taken over by bringing the phone', async () => {
    await signedIn();
    signOut();
    jest.advanceTimersByTime(4999);
    expect([session(), tab.brought]).toEqual(['signingOut', 0]);
    jest.advanceTimersByTime(1);
    expect([session(), tab.brought]).toEqual(['signedOut', 0]);
  });

  it.each<[string, CommandRefusal, string]>([
    ['for good', { reason: 'not-available', needs: 'CMD_LOGOUT' }, 'signedOut'],
    ['because of a call', { reason: 'in-call' }, 'signedOut'],
    ['until the next link', { reason: 'not-connected' }, 'signingOut'],
    ['until the next snapshot', { reason: 'not-synced' }, 'signingOut'],
  ])('whose log-out is refused %s', async (_when, refusal, expected) => {
    await signedIn();
    signOut();
    desk.dispatch(CommandOutcomes.commandRefused({ command: 'hold', refusal: { reason: 'no-call' } }));
    expect(session()).toBe('signingOut');
    desk.dispatch(CommandOutcomes.commandRefused({ command: 'logOut', refusal }));
    expect(session()).toBe(expected);
  });

  it('ends when its log-out is overtaken, not when another command is', async () => {
    await signedIn();
    signOut();
    desk.dispatch(CommandOutcomes.commandOvertaken({ command: { name: 'endPause' } }));
    expect(session()).toBe('signingOut');
    desk.dispatch(CommandOutcomes.commandOvertaken({ command: logOut }));
    expect(desk.session.state()).toEqual({ status: 'signedOut', stillLoggedIn: true });
  });

  it('sends nothing before the tab knows that it leads', async () => {
    await signedIn();
    tab.doubt = new Subject();
    signOut();
    expect(desk.connection.takeSent()).toEqual([]);
    tab.doubt.next();
    expect(desk.connection.takeSent()).toEqual(['logout']);
  });

  it('sends nothing if the tab learns that it no longer leads', async () => {
    await signedIn();
    tab.doubt = new Subject();
    signOut();
    tab.follow();
    tab.doubt.next();
    expect(desk.connection.takeSent()).toEqual([]);
  });

  it('hurries only a link that waits for its next try', async () => {
    await signedIn();
    desk.connection.disconnect({ status: 'connecting', attempt: 1 });
    TestBed.tick();
    signOut();
    expect(desk.connection.retries).toBe(0);
  });

  it('does not send a log-out again that was answered', async () => {
    await signedIn();
    desk.disconnect();
    signOut();
    desk.connect();
    desk.snapshot('STATE_IDLE');
    expect(desk.connection.takeSent()).toEqual(['logout']);
    desk.snapshot('STATE_IDLE', { predictiveStatus: '1' });
    expect(desk.connection.takeSent()).toEqual([]);
  });

  it('counts a log-out that is sent again from then on', async () => {
    await signedIn();
    signOut();
    desk.clock.advance(1000);
    desk.disconnect();
    desk.connect();
    desk.snapshot('STATE_IDLE');
    expect(desk.state.commands.statuses.logOut).toMatchObject({
      status: 'pending',
      given: { command: logOut, sentAt: desk.clock.monotonic() },
    });
  });

  it('that ended in another tab says nothing more', async () => {
    await signedIn();
    signOut();
    desk.dispatch(SessionActions.signedOut({}));
    desk.takeNames();
    jest.advanceTimersByTime(10_000);
    expect(desk.takeNames()).not.toContain('Signed Out');
  });

  it('that a call prevented says nothing more', async () => {
    await signedIn();
    signOut();
    desk.dispatch(SessionActions.signOutRefused());
    desk.takeNames();
    jest.advanceTimersByTime(10_000);
    expect(desk.takeNames()).not.toContain('Signed Out');
    expect(session()).toBe('signedIn');
  });

  it('is prevented by an answered call, though the link is cut', async () => {
    await signedIn();
    signOut();
    desk.softphone.invite('a');
    desk.softphone.execute({ type: 'answer', callId: 'a' });
    desk.disconnect();
    jest.advanceTimersByTime(5000);
    expect(session()).toBe('signedIn');
  });

  it('keeps the numbers of the calls unique', async () => {
    await signedIn();
    desk.snapshot('STATE_CALL_ACTIVE');
    desk.snapshot('STATE_IDLE');
    signOut();
    desk.snapshot('STATE_LOGOUT');
    expect(desk.state.agent).toMatchObject({ known: false, callsSeen: 1 });
  });
});

describe('a sign-out in a tab that does not lead', () => {
  it('leaves the log-out to the leading tab, and waits for its word', async () => {
    await signedIn();
    tab.follow();
    signOut();
    expect(desk.connection.takeSent()).toEqual([]);
    expect(session()).toBe('signingOut');
  });

  it('does not judge by the mirrored state: the leading tab knows of a log-in that is under way', async () => {
    await signedIn();
    desk.dispatch(CommandActions.logOut());
    desk.snapshot('STATE_LOGOUT');
    tab.follow();
    signOut();
    expect(session()).toBe('signingOut');
  });

  it('is over when the leading tab was replaced by a sign-in elsewhere', async () => {
    await signedIn();
    tab.follow();
    desk.connection.disconnect({ status: 'kicked', detail: '' });
    TestBed.tick();
    signOut();
    expect(desk.session.state()).toEqual({ status: 'signedOut', stillLoggedIn: true });
  });

  it('proves nothing while the tab still looks for the leading one', async () => {
    await signedIn();
    tab.state.set({ status: 'seeking' });
    desk.connection.disconnect({ status: 'kicked', detail: '' });
    TestBed.tick();
    signOut();
    expect(session()).toBe('signingOut');
  });

  it.each([
    ['alone', 'signedOut'],
    ['leading', 'signingOut'],
  ] as const)('with a closed link, in a tab that is %s', async (status, expected) => {
    await signedIn();
    tab.state.set({ status });
    desk.connection.disconnect({ status: 'closed' });
    TestBed.tick();
    signOut();
    expect(session()).toBe(expected);
  });

  it('takes the phone from a silent leading tab after 2.5 s, and gives the log-out 5 s more', async () => {
    await signedIn();
    tab.state.set({ status: 'following', foreign: false, silent: true });
    signOut();
    jest.advanceTimersByTime(2499);
    expect(tab.brought).toBe(0);
    jest.advanceTimersByTime(1);
    expect(tab.brought).toBe(1);
    jest.advanceTimersByTime(4999);
    expect(session()).toBe('signingOut');
    jest.advanceTimersByTime(1);
    expect([session(), tab.brought]).toEqual(['signedOut', 1]);
  });

  it('leaves the phone to a leading tab that answers', async () => {
    await signedIn();
    tab.follow();
    signOut();
    jest.advanceTimersByTime(7499);
    expect([session(), tab.brought]).toEqual(['signingOut', 0]);
    jest.advanceTimersByTime(1);
    expect([session(), tab.brought]).toEqual(['signedOut', 0]);
  });

  it('hurries no link: that is the leading tab’s', async () => {
    await signedIn();
    tab.follow();
    desk.disconnect();
    signOut();
    expect(desk.connection.retries).toBe(0);
  });
});

describe('the phone during a sign-out', () => {
  it('is off in a following tab, which may lead next', async () => {
    await signedIn();
    tab.follow();
    signOut();
    expect(registration()).toBe('off');
  });

  it('is off in a leading tab that loses the lead meanwhile, and may get it back', async () => {
    await signedIn();
    signOut();
    tab.follow();
    desk.disconnect();
    expect(registration()).toBe('off');
  });

  it('stays off in a leading tab that loses it and gets it back, until the sign-out is over', async () => {
    await signedIn();
    expect(tab.isPhoneKeptOff).toBe(false);
    signOut();
    expect(tab.isPhoneKeptOff).toBe(true);
    desk.dispatch(SessionActions.signOutRefused());
    expect(tab.isPhoneKeptOff).toBe(false);
    signOut();
    desk.dispatch(SessionActions.signedOut());
    expect(tab.isPhoneKeptOff).toBe(false);
  });

  it('stays on while the link of the leading tab changes', async () => {
    await signedIn();
    signOut();
    desk.disconnect();
    expect(registration()).toBe('registered');
  });

  it('stays on in a following tab whose link changes without a sign-out', async () => {
    await signedIn();
    tab.follow();
    desk.disconnect();
    expect(registration()).toBe('registered');
  });

  it.each<[string, () => void, number]>([
    ['starts again in a following tab', () => tab.follow(), 2],
    ['stays as it is in the leading tab', () => undefined, 1],
    [
      'starts again in the leading tab if it is off',
      () => {
        tab.follow();
        signOut();
        tab.lead();
      },
      2,
    ],
  ])('%s if the sign-out is prevented', async (_what, before, started) => {
    await signedIn();
    before();
    if (session() === 'signedIn') signOut();
    desk.dispatch(SessionActions.signOutRefused());
    expect(desk.softphone.started).toHaveLength(started);
    expect(registration()).toBe('registered');
  });

  it('does not start without an account', async () => {
    await signedIn();
    tab.follow();
    signOut();
    TestBed.inject(AccountVault).forget();
    desk.dispatch(SessionActions.signOutRefused());
    expect(desk.softphone.started).toHaveLength(1);
  });
});
