import { TestBed } from '@angular/core/testing';
import { LeaderTab } from 'mediatel-lib/ports';
import { FakeLeaderTab, StoreHarness } from 'mediatel-lib/testing';
import { jest } from '@jest/globals';
import { CommandActions, CommandOutcomes } from '../state/command-actions';
import { preloadEffects } from '../effects-loader';
import { SessionActions } from '../state/session-actions';

let desk: StoreHarness;
let tab: FakeLeaderTab;

/** A command from another tab, and the answers to it. */
function forward(command: unknown, callTraceID: string | null = null): unknown[] {
  const answers: unknown[] = [];
  tab.forwarded.next({
    command: { command, call: { callTraceID, callNumber: null } },
    answer: (refusal) => answers.push(refusal),
  });
  return answers;
}

beforeAll(preloadEffects);

beforeEach(async () => {
  tab = new FakeLeaderTab();
  desk = new StoreHarness({ autoAnswer: 'always' }, [{ provide: LeaderTab, useValue: tab }]);
  await desk.signIn();
  TestBed.tick();
  desk.connection.takeSent();
  desk.takeNames();
});

afterEach(() => jest.useRealTimers());

describe('a tab that is not the phone', () => {
  beforeEach(() => tab.follow());

  it('answers no call until it becomes the phone', () => {
    desk.softphone.invite('c1');
    expect(desk.softphone.answered).toEqual([]);
    desk.softphone.end();
    tab.lead();
    desk.softphone.invite('c2');
    expect(desk.softphone.answered).toEqual(['c2']);
  });

  it('opens no screen pop, not even when it becomes the phone during the call', () => {
    const call = { callTraceID: '77', callCustomerID: '1' };
    desk.snapshot('STATE_CALL_DELIVERED', call);
    tab.lead();
    desk.snapshot('STATE_CALL_ACTIVE', call);
    expect(desk.takeNames()).not.toContain('Screen Pop Requested');
  });

  it('does not log in by itself', () => {
    desk.snapshot('STATE_LOGOUT');
    expect(desk.connection.takeSent()).toEqual([]);
  });

  it('forwards a command and sends nothing, even if its link would take it', async () => {
    const command = CommandActions.takePause({ pauseId: '4' });
    desk.dispatch(command);
    await Promise.resolve();
    expect(tab.commands).toEqual([{ command, call: { callTraceID: null, callNumber: null } }]);
    expect(desk.connection.sent).toEqual([]);
    expect(desk.takeNames()).toEqual(['Take Pause']);
    expect(tab.notes).toEqual([]);
  });

  it.each([
    ['refused', { status: 'refused', refusal: { reason: 'no-call' } } as const, { reason: 'no-call' }],
    ['not reached', { status: 'not-reached' } as const, { reason: 'not-connected' }],
  ])('shows why a command was %s', async (_, outcome, refusal) => {
    tab.outcome = outcome;
    desk.dispatch(CommandActions.setMuted({ muted: true }));
    await new Promise((resolve) => setTimeout(resolve));
    expect(desk.state.commands.lastRefusal).toEqual({ command: 'mute', refusal });
  });

  it.each([
    [CommandActions.makeCall({ phoneNumber: '066' }), 'makeCall', 'STATE_MAKECALL_REQUEST'],
    [CommandActions.takePause({ pauseId: '4' }), 'pause', 'STATE_LOGOUT'],
  ] as const)('counts a command as sent if the leading tab may have sent it: %o', async (command, name, next) => {
    tab.outcome = { status: 'unknown' };
    desk.dispatch(command);
    await new Promise((resolve) => setTimeout(resolve));
    expect(desk.state.commands.lastRefusal).toBeNull();
    expect(desk.state.commands.statuses[name].status).toBe('pending');
    expect(desk.connection.sent).toEqual([]);
    expect(tab.notes).toEqual([]);
    desk.snapshot(next);
    expect(desk.state.commands.statuses[name].status).toBe('idle');
  });

  it('says that a command which the leading tab may have sent stays unanswered', async () => {
    tab.outcome = { status: 'unknown' };
    jest.useFakeTimers();
    desk.dispatch(CommandActions.takePause({ pauseId: '4' }));
    await jest.advanceTimersByTimeAsync(5000);
    expect(desk.state.commands.statuses.pause.status).toBe('unanswered');
  });

  it('keeps the report of a command that arrived without its answer', async () => {
    tab.outcome = { status: 'unknown' };
    const command = { name: 'pause', pauseId: '4' } as const;
    desk.dispatch(CommandActions.takePause({ pauseId: '4' }));
    tab.shared.next(CommandOutcomes.commandSent({ given: { command, sentAt: 0, callNumber: null, request: 'r' } }));
    await new Promise((resolve) => setTimeout(resolve));
    expect(desk.state.commands.statuses.pause).toMatchObject({ status: 'pending', given: { request: 'r' } });
  });

  it('waits for the leading tab’s commands like its own, by its own clock and call number', () => {
    tab.shared.next({
      type: CommandOutcomes.commandSent.type,
      given: {
        command: { name: 'makeCall', phoneNumber: '066', queueName: null },
        sentAt: -5,
        callNumber: 90,
        request: 'r',
      },
    });
    expect(desk.state.commands.statuses.makeCall).toMatchObject({ status: 'pending', given: { callNumber: null } });
    expect(tab.notes).toEqual([]);
  });

  it('knows the planned pause when it joins', () => {
    const { statuses, wanted, callCodeSaving } = desk.state.commands;
    const commands = { statuses, wanted, callCodeSaving, nextPause: { pauseId: '4', sent: false } };
    tab.shared.next(CommandOutcomes.commandsMirrored({ commands, autoLogIn: 'spent' }));
    expect(desk.state.commands.nextPause).toEqual({ pauseId: '4', sent: false });
    expect(desk.state.link.autoLogIn).toBe('spent');
  });

  it('ignores a message that is no outcome', () => {
    for (const note of [null, 1, {}, { type: '[Mediatel Agent] Logged Out' }]) tab.shared.next(note);
    expect(desk.takeNames()).toEqual([]);
  });

  it('signs out with the others, and starts no phone if it leads meanwhile', () => {
    tab.shared.next(SessionActions.signOutStarted());
    expect(desk.state.link.session.status).toBe('signingOut');
    expect(desk.state.softphone.registration.status).toBe('off');
    expect(desk.connection.sent).toEqual([]);
    tab.shared.next(SessionActions.signedOut());
    expect(desk.state.link.session.status).toBe('signedOut');
    expect(desk.connection.state().status).toBe('closed');
    expect(tab.notes).toEqual([]);
  });

  it('finishes the sign-out of a tab that was closed', () => {
    jest.useFakeTimers();
    tab.shared.next(SessionActions.signOutStarted());
    tab.lead();
    desk.disconnect();
    jest.advanceTimersByTime(2500 + 4999);
    expect(desk.state.link.session.status).toBe('signingOut');
    jest.advanceTimersByTime(1);
    expect(desk.state.link.session).toEqual({ status: 'signedOut', stillLoggedIn: true });
  });

  it.each([
    ['brings the phone here to sign out if the leading tab is silent', true, 1],
    ['leaves the phone where it is as long as the leading tab answers', false, 0],
  ])('%s', (_title, silent, brought) => {
    jest.useFakeTimers();
    tab.shared.next(SessionActions.signOutStarted());
    tab.state.set({ status: 'following', foreign: false, silent });
    jest.advanceTimersByTime(2500);
    expect(tab.brought).toBe(brought);
  });

  it('does not sign out before it has found the leading tab', () => {
    tab.state.set({ status: 'seeking' });
    desk.snapshot('STATE_LOGOUT');
    tab.shared.next(SessionActions.signOutStarted());
    expect(desk.state.link.session.status).toBe('signingOut');
  });

  it('logs out if it becomes the leading tab with the operator still logged in', () => {
    tab.shared.next(SessionActions.signOutStarted());
    desk.disconnect();
    tab.lead();
    desk.connect();
    desk.snapshot('STATE_IDLE');
    expect(desk.connection.takeSent()).toEqual(['logout']);
    desk.snapshot('STATE_LOGOUT');
    expect(desk.state.link.session.status).toBe('signedOut');
  });

  it('stays signed in if the sign-out began before it signed in', () => {
    tab.shared.next(SessionActions.signedOut());
    expect(desk.state.link.session.status).toBe('signedIn');
  });
});

describe('the tab that is the phone', () => {
  it('sends another tab’s command, and knows of it before Mediatel answers', () => {
    expect(forward(CommandActions.logOut())).toEqual([null]);
    expect(desk.connection.takeSent()).toEqual(['logout']);
    expect(desk.state.commands.statuses.logOut.status).toBe('pending');
    desk.snapshot('STATE_LOGOUT');
    expect(desk.connection.takeSent()).toEqual([]);
  });

  it('answers why it refused one, and shows no refusal itself', () => {
    expect(forward(CommandActions.retrieve())).toEqual([expect.objectContaining({ reason: 'wrong-phase' })]);
    expect(desk.state.commands.lastRefusal).toBeNull();
    expect(desk.takeNames()).toEqual([]);
  });

  it('refuses the second of two tabs that press at once', () => {
    desk.dispatch(CommandActions.takePause({ pauseId: '4' }));
    expect(forward(CommandActions.takePause({ pauseId: '4' }))).toEqual([{ reason: 'already-pending' }]);
    expect(desk.connection.takeSent()).toEqual(['pause']);
  });

  it('toggles once if two tabs want the same', () => {
    desk.dispatch(CommandActions.setPredictive({ on: true }));
    expect(forward(CommandActions.setPredictive({ on: true }))).toEqual([null]);
    expect(desk.connection.takeSent()).toEqual(['predictive']);
  });

  it.each([null, 7, {}, { type: 'exec' }, { type: CommandActions.makeCall.type }, { type: 'toString' }])(
    'refuses what is no command: %p',
    (command) => {
      expect(forward(command)).toEqual([{ reason: 'not-connected' }]);
      expect(desk.connection.sent).toEqual([]);
    },
  );

  it('hangs up only the call in which the command was given', () => {
    desk.snapshot('STATE_CALL_ACTIVE', { callTraceID: '78' });
    expect(forward(CommandActions.hangUp(), '77')).toEqual([{ reason: 'no-call' }]);
    expect(desk.connection.sent).toEqual([]);
    expect(forward(CommandActions.hangUp(), '78')).toEqual([null]);
    expect(desk.connection.takeSent()).toEqual(['closeCall']);
  });

  it('shares what it sent, and the state of all commands with a tab that joins', () => {
    desk.dispatch(CommandActions.takePause({ pauseId: '4' }));
    expect(tab.notes).toEqual([expect.objectContaining({ type: CommandOutcomes.commandSent.type })]);
    tab.notes.length = 0;
    tab.joined.next();
    expect(tab.notes).toEqual([expect.objectContaining({ type: CommandOutcomes.commandsMirrored.type })]);
  });

  it('informs the others of a sign-out before it closes everything', async () => {
    const wasOpen: string[] = [];
    const share = tab.share.bind(tab);
    tab.share = (note) => {
      wasOpen.push(desk.connection.state().status);
      share(note);
    };
    const left = desk.session.signOut();
    desk.snapshot('STATE_LOGOUT');
    await left;
    expect(tab.notes.map((note) => (note as { type: string }).type)).toEqual([
      SessionActions.signOutStarted.type,
      CommandOutcomes.commandSent.type,
      SessionActions.signedOut.type,
    ]);
    expect(wasOpen).toEqual(['connected', 'connected', 'connected']);
  });
});

describe('a sign-out that another tab began', () => {
  it('stops this tab’s phone, and starts it again when it is refused', () => {
    tab.follow();
    const { length } = desk.softphone.started;
    tab.shared.next(SessionActions.signOutStarted());
    expect(desk.state.link.session.status).toBe('signingOut');
    expect(desk.state.softphone.registration.status).toBe('off');
    tab.shared.next(SessionActions.signOutRefused());
    expect(desk.state.link.session.status).toBe('signedIn');
    expect(desk.softphone.started).toHaveLength(length + 1);
  });

  it('does nothing in a tab where nobody is signed in, nor does its end', () => {
    tab.shared.next(SessionActions.signedOut());
    expect(desk.state.link.session.status).toBe('signedIn');
    tab.shared.next(SessionActions.signOutRefused());
    expect(desk.takeNames()).toEqual([]);
  });
});

describe('the leading tab’s command state', () => {
  const idle = { status: 'idle' } as const;
  const pending = {
    status: 'pending',
    given: { command: { name: 'hold' }, sentAt: 77, callNumber: 77, request: 'r' },
  } as const;
  const standing = () => {
    const { statuses, nextPause, wanted } = desk.state.commands;
    return { statuses, nextPause, callCodeSaving: null, wanted };
  };
  const mirror = (commands: object) => {
    const note = { commands: { ...standing(), ...commands }, autoLogIn: 'armed' } as const;
    tab.shared.next(CommandOutcomes.commandsMirrored(note as Parameters<typeof CommandOutcomes.commandsMirrored>[0]));
  };

  beforeEach(() => {
    tab.follow();
    desk.snapshot('STATE_CALL_ACTIVE', { callTraceID: '5' });
  });

  it('is taken over with this tab’s own time and call; a refusal stays where it was shown', () => {
    const refused = { status: 'refused', refusal: { reason: 'no-call' } } as const;
    mirror({ statuses: { ...standing().statuses, hold: pending, mute: refused } });
    const { hold, mute } = desk.state.commands.statuses;
    expect(hold).toEqual({
      status: 'pending',
      given: { ...pending.given, sentAt: desk.clock.monotonic(), callNumber: desk.state.agent.callNumber },
    });
    expect(mute).toEqual(idle);
  });

  it('gets the number of this tab’s call only while its codes are being saved', () => {
    const saving = { callTraceID: '5', callNumber: 77, codeIds: ['4'] };
    mirror({ callCodeSaving: { ...saving, status: 'saving' } });
    expect(desk.state.commands.callCodeSaving).toMatchObject({ callNumber: desk.state.agent.callNumber });
    mirror({ callCodeSaving: { ...saving, status: 'saved' } });
    expect(desk.state.commands.callCodeSaving).toMatchObject({ callNumber: null });
  });

  it('is ignored by a tab that leads itself', () => {
    tab.lead();
    mirror({ statuses: { ...standing().statuses, hold: pending } });
    expect(desk.state.commands.statuses.hold).toEqual(idle);
  });
});

describe('codes that another tab reports as unconfirmed', () => {
  const unconfirmed = (callTraceID: string | null) =>
    tab.shared.next(CommandOutcomes.callCodesUnconfirmed({ callTraceID, callNumber: 77, codeIds: ['4'] }));

  it('are reported here too, by the call’s id', () => {
    unconfirmed('5');
    expect(desk.state.commands.callCodeSaving).toMatchObject({
      ...{ callTraceID: '5', callNumber: null, status: 'unconfirmed' },
    });
  });

  it('are ignored without an id, or if this tab knows of others', () => {
    unconfirmed(null);
    expect(desk.state.commands.callCodeSaving).toBeNull();
    unconfirmed('5');
    unconfirmed('6');
    expect(desk.state.commands.callCodeSaving).toMatchObject({ callTraceID: '5' });
  });
});
