import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { LeaderTab } from 'mediatel-lib/ports';
import { StoreHarness } from 'mediatel-lib/testing';
import { CallDrafts } from '../drafts/call-drafts';
import { MEDIATEL_CALL_CONTACT_HANDLER, type CallContact } from './call-contact';
import { MEDIATEL_CALL_NOTES, type CallNote } from './call-notes';
import { preloadEffects } from '../effects-loader';

const callTraceID = '1185574264';

beforeAll(preloadEffects);
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

/** The whole store, without a desk on the page. */
function opened(leads = true) {
  const notes: CallNote[] = [];
  const contacts: CallContact[] = [];
  const harness = new StoreHarness({ clericalSeconds: 30 }, [
    { provide: MEDIATEL_CALL_NOTES, useValue: (note: CallNote) => notes.push(note) },
    { provide: MEDIATEL_CALL_CONTACT_HANDLER, useValue: (contact: CallContact) => contacts.push(contact) },
  ]);
  if (!leads) TestBed.inject(LeaderTab).isLeader = () => false;
  return { harness, notes, contacts, drafts: TestBed.inject(CallDrafts) };
}

describe('a call’s note', () => {
  it('reaches the host once, without any desk on the page', async () => {
    const { harness, notes, drafts } = opened();
    await harness.signIn('STATE_CALL_ACTIVE');
    drafts.change(callTraceID, { note: ' pays on Friday ' });
    harness.snapshot('STATE_CLERICAL', { ani: '', callCustomerID: '-1' });
    expect(notes).toEqual([]);
    harness.snapshot('STATE_IDLE');
    harness.snapshot('STATE_PAUSE');
    const call = { callTraceID, number: '0661234501', callCustomerID: '39553609' };
    expect(notes).toEqual([{ ...call, text: 'pays on Friday' }]);
  });

  it('reaches the host even if the call never had an id', async () => {
    const { harness, notes, drafts } = opened();
    const none = { callTraceID: '-1' };
    await harness.signIn('STATE_CALL_ACTIVE', none);
    drafts.changeCall({ callTraceID: null, callNumber: harness.state.agent.callNumber }, { note: 'x' });
    harness.snapshot('STATE_CLERICAL', none);
    harness.snapshot('STATE_IDLE');
    expect(notes).toMatchObject([{ callTraceID: null, text: 'x' }]);
  });

  it('is handed over by the leading tab alone', async () => {
    const { harness, notes, drafts } = opened(false);
    await harness.signIn('STATE_CALL_ACTIVE');
    drafts.change(callTraceID, { note: 'x' });
    harness.snapshot('STATE_IDLE');
    expect(notes).toEqual([]);
  });

  it('reaches the host before a sign-out in the after-call work deletes it', async () => {
    const { harness, notes, drafts } = opened();
    await harness.signIn('STATE_CLERICAL');
    drafts.change(callTraceID, { note: 'x' });
    harness.session.signOut();
    harness.snapshot('STATE_LOGOUT');
    expect(notes).toHaveLength(1);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('"note"');
  });

  it('is handed over at a sign-out that Mediatel does not answer, and then deleted', async () => {
    const { harness, notes, drafts } = opened();
    await harness.signIn('STATE_CLERICAL');
    drafts.change(callTraceID, { note: 'x' });
    jest.useFakeTimers();
    harness.disconnect();
    const left = harness.session.signOut();
    await jest.advanceTimersByTimeAsync(5_000);
    jest.useRealTimers();
    await left;
    expect(notes).toMatchObject([{ callTraceID, text: 'x' }]);
    expect(drafts.of(callTraceID).note).toBe('');
    drafts.change(callTraceID, { note: 'y' });
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('"note"');
  });

  it('breaks nothing else if the host fails to take it', async () => {
    const faults: unknown[] = [];
    const fail = () => {
      throw new Error('host fault');
    };
    const harness = new StoreHarness({}, [
      { provide: MEDIATEL_CALL_NOTES, useValue: fail },
      { provide: ErrorHandler, useValue: { handleError: (fault: unknown) => faults.push(fault) } },
    ]);
    await harness.signIn('STATE_CALL_ACTIVE');
    TestBed.inject(CallDrafts).change(callTraceID, { note: 'x' });
    harness.snapshot('STATE_IDLE');
    harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2' });
    TestBed.inject(CallDrafts).change('2', { note: 'y' });
    harness.snapshot('STATE_IDLE');
    expect(faults).toHaveLength(2);
  });
});

describe('a page closed in the after-call work', () => {
  /** The operator chooses a code and writes a note, the page closes, and another page loads with this state. */
  async function cameBack(state: string) {
    const before = opened();
    await before.harness.signIn('STATE_CLERICAL');
    before.drafts.change(callTraceID, { codeIds: ['4'], note: 'pays on Friday' });
    TestBed.resetTestingModule();
    const after = opened();
    await after.harness.signIn(state);
    return after;
  }

  it('has its note handed over and its codes offered once clerical is over', async () => {
    const { harness, notes, contacts } = await cameBack('STATE_IDLE');
    expect(harness.state.commands.callCodeSaving).toMatchObject({ callTraceID, codeIds: ['4'], status: 'unconfirmed' });
    expect(notes).toMatchObject([{ callTraceID, text: 'pays on Friday' }]);
    const codes = [{ id: '4' }];
    expect(contacts).toMatchObject([{ callTraceID, codesAre: 'unconfirmed', codes, note: 'pays on Friday' }]);
    harness.disconnect();
    harness.connect();
    harness.snapshot('STATE_IDLE');
    TestBed.resetTestingModule();
    const again = opened();
    await again.harness.signIn('STATE_IDLE');
    expect([...notes, ...again.notes]).toHaveLength(1);
  });

  it('continues if clerical continues', async () => {
    const { harness, notes, drafts } = await cameBack('STATE_CLERICAL');
    expect(harness.state.commands.callCodeSaving).toBeNull();
    expect(notes).toEqual([]);
    expect(drafts.of(callTraceID)).toMatchObject({ codeIds: ['4'] });
  });

  it('offers nothing of a call whose end a tab has seen', async () => {
    const { harness, drafts } = opened();
    await harness.signIn('STATE_CLERICAL');
    drafts.change(callTraceID, { codeIds: ['4'] });
    harness.snapshot('STATE_IDLE', { time: 1_005_000 });
    TestBed.resetTestingModule();
    const after = opened();
    await after.harness.signIn('STATE_IDLE');
    expect(after.harness.state.commands.callCodeSaving).toBeNull();
    expect(after.contacts).toEqual([]);
  });
});
