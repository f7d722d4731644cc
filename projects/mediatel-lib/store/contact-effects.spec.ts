import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { PhoneTab } from 'mediatel-lib/ports';
import { FakePhoneTab, StoreHarness } from 'mediatel-lib/testing';
import { CALL_CONTACT_HANDLER, type CallContact } from './call-contact';
import { CallDrafts } from './call-drafts';
import { CommandActions } from './command-actions';
import { preloadEffects } from './effects-loader';

const callTraceID = '1185574264';
const base = { callTraceID, number: '0661234501', queueName: 'DM_MFO_1', callCustomerID: '39553609' };

beforeEach(() => {
  localStorage.clear();
});

async function inClerical(handler?: (contact: CallContact) => void, tab = new FakePhoneTab()) {
  const contacts: CallContact[] = [];
  const harness = new StoreHarness({ clericalSeconds: 30 }, [
    { provide: CALL_CONTACT_HANDLER, useValue: handler ?? ((contact: CallContact) => contacts.push(contact)) },
    { provide: PhoneTab, useValue: tab },
    { provide: ErrorHandler, useValue: { handleError: () => undefined } },
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

it('a call is handed over once, with its codes and note, when clerical is over; its draft is let go', async () => {
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

it('codes that another tab saved are saved for the CRM, and no well link is dropped for them', async () => {
  const tab = new FakePhoneTab();
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

it('without codes it is handed over all the same', async () => {
  const { harness, contacts } = await inClerical();
  harness.snapshot('STATE_IDLE', { time: 1_030_000 });
  expect(contacts).toEqual([{ ...base, codes: [], codesAre: 'none', note: '' }]);
});

it('a call without clerical is handed over at its end, one never talked in is not', async () => {
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
  const tab = new FakePhoneTab();
  const { harness, contacts } = await inClerical(undefined, tab);
  tab.follow();
  harness.snapshot('STATE_IDLE', { time: 1_030_000 });
  expect(contacts).toEqual([]);
});

it('a call is handed over by what was known of it when Mediatel no longer tells it, and never by the one before', async () => {
  const { harness, contacts } = await inClerical();
  harness.snapshot('STATE_CLERICAL', { ani: '', queueName: '', callCustomerID: -1 });
  harness.snapshot('STATE_IDLE', { time: 1_030_000 });
  expect(contacts).toEqual([{ ...base, codes: [], codesAre: 'none', note: '' }]);
  contacts.length = 0;
  harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2', ani: '', queueName: '', callCustomerID: -1 });
  harness.snapshot('STATE_IDLE');
  expect(contacts).toMatchObject([{ callTraceID: '2', number: null, queueName: null, callCustomerID: null }]);
});

it('outlives a handler that throws, and keeps the draft it did not take', async () => {
  const { harness, drafts } = await inClerical(() => {
    throw new Error('host fault');
  });
  drafts.change(callTraceID, { codeIds: ['4'], note: 'kept' });
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
  harness.snapshot('STATE_IDLE', { time: 1_005_000 });
  expect(drafts.of(callTraceID).note).toBe('kept');
  expect(harness.state.commands.callCodeSaving?.status).toBe('saved');
});
