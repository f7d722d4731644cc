import { ErrorHandler, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { LeaderTab } from 'mediatel-lib/ports';
import { FakeLeaderTab, StoreHarness } from 'mediatel-lib/testing';
import { Subject, asyncScheduler } from 'rxjs';
import type { Action } from '@ngrx/store';
import { AgentActions } from '../state/agent-actions';
import { type CallReport, unknownReport } from './call-report';
import { MEDIATEL_CALL_CONTACT_HANDLER, type CallContact } from './call-contact';
import { emptyDraft } from '../drafts/call-draft';
import { CallDrafts } from '../drafts/call-drafts';
import { CommandActions, CommandOutcomes } from '../state/command-actions';
import type { CommandContext } from '../selectors/command-refusal';
import { handOverContacts } from './contact-effects';
import { SentCodes } from '../commands/sent-codes';
import { ContactMemory } from './contact-memory';
import { preloadEffects } from '../effects-loader';

const callTraceID = '1185574264';
const report: CallReport = { ...unknownReport, endedBy: 'other' };
const base = { callTraceID, number: '0661234501', queueName: 'DM_MFO_1', callCustomerID: '39553609', report };

beforeEach(() => {
  localStorage.clear();
  faults.length = 0;
});

const faults: unknown[] = [];

async function inClerical(handler?: ((contact: CallContact) => void) | null, tab = new FakeLeaderTab()) {
  const contacts: CallContact[] = [];
  const taking = handler === undefined ? (contact: CallContact) => void contacts.push(contact) : handler;
  const harness = new StoreHarness({ clericalSeconds: 30 }, [
    { provide: MEDIATEL_CALL_CONTACT_HANDLER, useValue: taking },
    { provide: LeaderTab, useValue: tab },
    { provide: ErrorHandler, useValue: { handleError: (fault: unknown) => faults.push(fault) } },
  ]);
  const drafts = TestBed.inject(CallDrafts);
  await harness.signIn('STATE_CALL_DELIVERED');
  harness.softphone.invite('a');
  harness.snapshot('STATE_CALL_ACTIVE');
  harness.softphone.end();
  harness.snapshot('STATE_CLERICAL');
  return { harness, contacts, drafts };
}

beforeAll(preloadEffects);

it('a call is handed over once, with its codes and note, when clerical is over; its draft is deleted', async () => {
  const { harness, contacts, drafts } = await inClerical();
  drafts.change(callTraceID, { codeIds: ['4'], note: ' will pay ' });
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
  expect(contacts).toEqual([]);
  harness.snapshot('STATE_IDLE', { time: 1_005_000 });
  harness.snapshot('STATE_PAUSE');
  const codes = [{ id: '4', name: '10. Promise to pay', actionFlag: '0' }];
  expect(contacts).toEqual([{ ...base, codes, codesAre: 'saved', note: 'will pay' }]);
  expect(drafts.all().size).toBe(0);
});

it('codes that another tab saved are saved for the CRM, and no healthy link is dropped for them', async () => {
  const tab = new FakeLeaderTab();
  const { harness, contacts } = await inClerical(undefined, tab);
  jest.useFakeTimers();
  const command = CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] });
  tab.forwarded.next({ command: { command, call: { callTraceID, callNumber: 1 } }, answer: () => undefined });
  expect(harness.connection.takeSent()).toEqual(['resolutionSet']);
  harness.snapshot('STATE_IDLE', { time: 1_005_000 });
  expect(contacts).toMatchObject([{ codesAre: 'saved', codes: [{ id: '4' }] }]);
  jest.advanceTimersByTime(60_000);
  expect(harness.state.commands.statuses.saveCallCodes.status).toBe('idle');
  expect(harness.connection.retries).toBe(0);
  jest.useRealTimers();
});

it('at the time-out the codes are unconfirmed, and the draft stays', async () => {
  const { harness, contacts, drafts } = await inClerical();
  drafts.change(callTraceID, { codeIds: ['4'] });
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
  harness.snapshot('STATE_IDLE', { time: 1_030_000 });
  expect(contacts).toMatchObject([{ codesAre: 'unconfirmed', codes: [{ id: '4' }] }]);
  expect(drafts.of(callTraceID).codeIds).toEqual(['4']);
});

it('a call without codes is handed over too', async () => {
  const { harness, contacts } = await inClerical();
  harness.snapshot('STATE_IDLE', { time: 1_030_000 });
  expect(contacts).toEqual([{ ...base, codes: [], codesAre: 'none', note: '' }]);
});

it('a call without clerical is handed over at its end, an unanswered call is not', async () => {
  const { harness, contacts } = await inClerical();
  harness.snapshot('STATE_IDLE');
  contacts.length = 0;
  harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2', ani: '067' });
  harness.snapshot('STATE_IDLE');
  expect(contacts).toMatchObject([{ callTraceID: '2', number: '067', codesAre: 'none' }]);
  harness.snapshot('STATE_CALL_DELIVERED', { callTraceID: '3' });
  harness.snapshot('STATE_IDLE');
  expect(contacts).toHaveLength(1);
});

it('a tab that is not the phone hands nothing over', async () => {
  const tab = new FakeLeaderTab();
  const { harness, contacts } = await inClerical(undefined, tab);
  tab.follow();
  harness.snapshot('STATE_IDLE', { time: 1_030_000 });
  expect(contacts).toEqual([]);
});

it('a call is handed over with its last known facts when snapshots omit them, never with those of the call before', async () => {
  const { harness, contacts } = await inClerical();
  harness.snapshot('STATE_CLERICAL', { ani: '', queueName: '', callCustomerID: -1 });
  harness.snapshot('STATE_IDLE', { time: 1_030_000 });
  expect(contacts).toEqual([{ ...base, codes: [], codesAre: 'none', note: '' }]);
  contacts.length = 0;
  harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2', ani: '', queueName: '', callCustomerID: -1 });
  harness.snapshot('STATE_IDLE');
  expect(contacts).toMatchObject([{ callTraceID: '2', number: null, queueName: null, callCustomerID: null }]);
});

it('a handler that throws breaks nothing, and the draft that it did not take is kept', async () => {
  const { harness, drafts } = await inClerical(() => {
    throw new Error('host fault');
  });
  drafts.change(callTraceID, { codeIds: ['4'], note: 'kept' });
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
  harness.snapshot('STATE_IDLE', { time: 1_005_000 });
  expect(drafts.of(callTraceID).note).toBe('kept');
  expect(faults).toEqual([new Error('host fault')]);
  // Another tab may hand it over.
  expect(TestBed.inject(ContactMemory).rememberCall(callTraceID)).toBe(true);
  expect(harness.state.commands.callCodeSaving?.status).toBe('saved');
});

it('a call that another tab has handed over is not handed over again', async () => {
  const { harness, contacts } = await inClerical();
  TestBed.inject(ContactMemory).rememberCall(callTraceID);
  harness.snapshot('STATE_IDLE');
  expect(contacts).toEqual([]);
});

it('codes that were chosen but never saved do not count when the operator ends the after-call work', async () => {
  const { harness, contacts, drafts } = await inClerical();
  drafts.change(callTraceID, { codeIds: ['4'] });
  harness.snapshot('STATE_IDLE', { time: 1_005_000 });
  expect(contacts).toMatchObject([{ codes: [], codesAre: 'none' }]);
});

it('codes that another tab sent are unconfirmed if the call ends before its message about them arrives', async () => {
  const { harness, contacts } = await inClerical();
  new SentCodes().note(callTraceID, ['4']);
  harness.snapshot('STATE_IDLE', { time: 1_005_000 });
  expect(contacts).toMatchObject([{ codes: [{ id: '4', name: '10. Promise to pay' }], codesAre: 'unconfirmed' }]);
});

it('codes are stored as sent before a byte of them leaves, not if the link refuses them', async () => {
  const { harness, contacts } = await inClerical();
  const stored: (readonly string[] | null)[] = [];
  jest.spyOn(harness.connection, 'send').mockImplementation(() => {
    stored.push(new SentCodes().of(callTraceID));
    return { sent: false, reason: 'not-connected' };
  });
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
  expect(stored).toEqual([['4']]);
  expect(new SentCodes().of(callTraceID)).toBeNull();
  harness.snapshot('STATE_IDLE', { time: 1_005_000 });
  expect(contacts).toMatchObject([{ codes: [], codesAre: 'none' }]);
});

it('codes that Mediatel refused do not count as sent', async () => {
  const { harness, contacts } = await inClerical();
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
  expect(new SentCodes().of(callTraceID)).toEqual(['4']);
  harness.snapshot('STATE_CLERICAL', { callErrorID: '-231' });
  expect(new SentCodes().of(callTraceID)).toBeNull();
  harness.snapshot('STATE_IDLE', { time: 1_005_000 });
  expect(contacts).toMatchObject([{ codes: [], codesAre: 'none' }]);
});

it('codes stay stored as sent in a tab that does not lead: the leading tab may have sent them again', async () => {
  const tab = new FakeLeaderTab();
  const { harness } = await inClerical(undefined, tab);
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
  tab.follow();
  harness.snapshot('STATE_CLERICAL', { callErrorID: '-231' });
  expect(new SentCodes().of(callTraceID)).toEqual(['4']);
});

it('codes that Mediatel confirms late are saved', async () => {
  jest.useFakeTimers();
  const { harness, contacts } = await inClerical();
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
  jest.advanceTimersByTime(5_000);
  expect(harness.state.commands.callCodeSaving?.status).toBe('unanswered');
  harness.snapshot('STATE_IDLE', { time: 1_010_000 });
  expect(contacts).toMatchObject([{ codesAre: 'saved', codes: [{ id: '4' }] }]);
  jest.useRealTimers();
});

it('the codes of one call are not those of the next', async () => {
  const { harness, contacts } = await inClerical();
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
  harness.snapshot('STATE_IDLE', { time: 1_005_000 });
  harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2' });
  harness.snapshot('STATE_IDLE');
  expect(contacts).toMatchObject([{ codesAre: 'saved' }, { callTraceID: '2', codes: [], codesAre: 'none' }]);
});

it('codes keep the names that they had when they were saved, whatever commands follow', async () => {
  const { harness, contacts } = await inClerical();
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
  harness.snapshot('STATE_CLERICAL', { availableCallCodes: [] });
  harness.takeNames();
  harness.dispatch(CommandActions.setPredictive({ on: true }));
  expect(harness.takeNames('Mediatel Command Outcomes')).toContain('Command Sent');
  harness.snapshot('STATE_IDLE', { time: 1_005_000 });
  expect(contacts).toMatchObject([{ codes: [{ id: '4', name: '10. Promise to pay' }] }]);
});

it('facts that clerical snapshots omit are known from the call', async () => {
  const { harness, contacts } = await inClerical();
  harness.snapshot('STATE_IDLE');
  contacts.length = 0;
  harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2', ani: '067', queueName: 'Q2', callCustomerID: '5' });
  harness.snapshot('STATE_CLERICAL', { callTraceID: '-1', ani: '', queueName: '', callCustomerID: '-1' });
  harness.snapshot('STATE_IDLE', { time: 1_030_000 });
  expect(contacts).toMatchObject([{ callTraceID: '2', number: '067', queueName: 'Q2', callCustomerID: '5' }]);
});

it('a call is handed over even if its end, and all of the next call but its after-call work, were missed', async () => {
  const { harness, contacts } = await inClerical();
  harness.snapshot('STATE_IDLE');
  contacts.length = 0;
  harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2', ani: '067' });
  harness.snapshot('STATE_CLERICAL', { callTraceID: '3', ani: '068' });
  expect(contacts).toMatchObject([{ callTraceID: '2', number: '067' }]);
  harness.snapshot('STATE_IDLE');
  expect(contacts).toMatchObject([{ callTraceID: '2' }, { callTraceID: '3', number: '068' }]);
});

it.each([
  ['noted and not taken by anybody', ' will pay ', ['4']],
  ['not noted', '', []],
])('without a handler the draft of a call that is %s stays only to be copied', async (_what, note, left) => {
  const { harness, drafts } = await inClerical(null);
  drafts.change(callTraceID, { codeIds: ['4'], note });
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
  harness.snapshot('STATE_IDLE', { time: 1_005_000 });
  expect(drafts.of(callTraceID).codeIds).toEqual(left);
});

describe('a sign-out that Mediatel does not answer', () => {
  const leave = async (harness: StoreHarness): Promise<void> => {
    jest.useFakeTimers();
    harness.disconnect();
    const left = harness.session.signOut();
    await jest.advanceTimersByTimeAsync(5_000);
    jest.useRealTimers();
    await expect(left).resolves.toBeNull();
  };

  it('hands over the call whose after-call work is not done, with its chosen codes and note', async () => {
    const { harness, contacts, drafts } = await inClerical();
    drafts.change(callTraceID, { codeIds: ['4', '99'], note: ' will pay ' });
    await leave(harness);
    const codes = [
      { id: '4', name: '10. Promise to pay', actionFlag: '0' },
      { id: '99', name: '99', actionFlag: '' },
    ];
    expect(contacts).toEqual([{ ...base, codes, codesAre: 'unconfirmed', note: 'will pay' }]);
    expect(drafts.all().size).toBe(0);
    expect(localStorage.getItem('mediatel.call-drafts')).toBeNull();
  });

  it('hands over a call without an id once', async () => {
    const { harness, contacts } = await inClerical();
    harness.snapshot('STATE_IDLE');
    contacts.length = 0;
    harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '-1', ani: '067' });
    harness.snapshot('STATE_CLERICAL', { callTraceID: '-1', ani: '067' });
    await leave(harness);
    expect(contacts).toMatchObject([{ callTraceID: null, number: '067', codesAre: 'none' }]);
  });

  it('hands over nothing of a call without an id that was handed over before', async () => {
    const { harness, contacts } = await inClerical();
    harness.snapshot('STATE_IDLE');
    harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '-1' });
    harness.snapshot('STATE_IDLE');
    await leave(harness);
    expect(contacts).toMatchObject([{ callTraceID }, { callTraceID: null }]);
  });

  it('hands over nothing of a call that nobody answered, or that only the phone has', async () => {
    const { harness, contacts } = await inClerical();
    harness.snapshot('STATE_IDLE');
    contacts.length = 0;
    const talk = (callId: string): void => {
      harness.softphone.invite(callId);
      harness.softphone.execute({ type: 'answer', callId });
      harness.softphone.end();
    };
    harness.snapshot('STATE_CALL_DELIVERED', { callTraceID: '-1' });
    talk('b');
    harness.snapshot('STATE_IDLE');
    talk('c');
    await leave(harness);
    expect(contacts).toEqual([]);
  });
});

describe('the saving of codes that is settled after the end of the after-call work', () => {
  const call = { callTraceID: null, callNumber: 1 };
  const command = { name: 'saveCallCodes', ...call, codeIds: ['4'] } as const;
  const clericalEnded = AgentActions.clericalEnded({ ...call, origin: 'live', startedAt: 0, endedAt: 0 });

  /** The effect alone, with a pending saving. */
  function alone() {
    const { state } = new StoreHarness();
    const saving = { ...call, codeIds: ['4'] };
    const statuses = {
      ...state.commands.statuses,
      saveCallCodes: { status: 'pending', given: { command, sentAt: 0, callNumber: 1, request: 'r' } } as const,
    };
    const context = signal<CommandContext>({
      ...state,
      commands: { ...state.commands, statuses, callCodeSaving: { ...saving, status: 'saving' } },
    });
    const settle = (): void =>
      context.set({ ...state, commands: { ...state.commands, callCodeSaving: { ...saving, status: 'saved' } } });
    const actions = new Subject<Action>();
    const contacts: CallContact[] = [];
    handOverContacts(
      actions,
      { context },
      { latestOf: () => emptyDraft, forget: () => undefined },
      (contact) => contacts.push(contact),
      (error) => faults.push(error),
      new FakeLeaderTab(),
      { rememberCall: () => true, forget: () => undefined },
      { of: () => unknownReport },
      { track: (ends) => ends },
      { of: () => null, forget: () => undefined },
      asyncScheduler,
    ).subscribe();
    return { actions, contacts, settle };
  }

  it('is waited for, whatever other commands do; the call is handed over once', () => {
    const { actions, contacts, settle } = alone();
    actions.next(clericalEnded);
    actions.next(CommandOutcomes.commandConfirmed({ command: { name: 'hold' } }));
    expect(contacts).toEqual([]);
    settle();
    actions.next(CommandOutcomes.commandConfirmed({ command }));
    actions.next(CommandOutcomes.commandConfirmed({ command }));
    expect(contacts).toMatchObject([{ codesAre: 'saved', codes: [{ id: '4' }] }]);
    expect(faults).toEqual([]);
  });

  it('is not waited for if it is settled before', () => {
    const { actions, contacts, settle } = alone();
    settle();
    actions.next(clericalEnded);
    expect(contacts).toMatchObject([{ codesAre: 'saved', codes: [{ id: '4' }] }]);
  });
});
