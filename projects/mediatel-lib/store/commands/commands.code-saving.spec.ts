import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { StoreHarness } from 'mediatel-lib/testing';
import type { CallDraft } from '../drafts/call-draft';
import { MEDIATEL_CALL_CONTACT_HANDLER, type CallContact } from '../after-call/call-contact';
import { CallDrafts } from '../drafts/call-drafts';
import { CommandActions } from '../state/command-actions';
import { preloadEffects } from '../effects-loader';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 60) };
const callTraceID = '1185574264';
const limit = 30_000;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** What may come in between, in any order. */
const steps = [
  ...(['save', 'save both', 'save another’s', 'clerical again', 'passing state', 'unknown state'] as const),
  ...(['left early', 'timed out', 'cut', 'back', 'back after', 'next call', 'wait', 'late clerical'] as const),
] as const;
type Step = (typeof steps)[number];
/** The way to a second saving, which chance alone seldom finds. */
const lost: readonly Step[] = ['save', 'cut', 'back', 'wait', 'wait', 'save'];
const history = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...steps).map((step): readonly Step[] => [step]) },
      { weight: 1, arbitrary: fc.constant(lost) },
    ),
    { minLength: 1, maxLength: 14, size: 'max' },
  )
  .map((parts) => parts.flat());

beforeAll(preloadEffects);

it('codes are sent only in clerical of their own call, and never twice without a sign that the first were lost', async () => {
  const seen = { saved: 0, again: 0 };
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      TestBed.resetTestingModule();
      const harness = new StoreHarness({ clericalSeconds: limit / 1000 });
      const codes = { multipleCallCodeAllow: '1' };
      await harness.signIn('STATE_CLERICAL', codes);
      harness.connection.takeSent();
      let isLinked = true;
      let latest = 'clerical';
      const say = (state: string, fields = {}) => {
        if (!isLinked) return;
        harness.snapshot(state, { serverTime: 1_000_000 + harness.clock.monotonic(), ...codes, ...fields });
        latest = state === 'STATE_CLERICAL' && !('callTraceID' in fields) ? 'clerical' : 'other';
      };
      const save = (codeIds: readonly string[], id = callTraceID) => {
        const before = harness.state.commands;
        harness.dispatch(CommandActions.saveCallCodes({ callTraceID: id, codeIds }));
        const sent = harness.connection.sent.splice(0);
        if (sent.length === 0) return;
        seen[before.callCodeSaving === null ? 'saved' : 'again']++;
        // All codes, in order, for the call in clerical, over a connected link.
        expect(sent).toEqual(codeIds.map((code) => ({ type: 'resolutionSet', id: Number(code) })));
        expect([id, latest, isLinked]).toEqual([callTraceID, 'clerical', true]);
        // A second time only if the operator gives the command again, and only if Mediatel did not answer the first.
        expect(before.callCodeSaving?.status ?? 'none').not.toBe('saved');
        expect(before.statuses.saveCallCodes.status).not.toBe('pending');
      };
      for (const what of steps) {
        switch (what) {
          case 'save':
            save(['4']);
            break;
          case 'save both':
            save(['13', '4']);
            break;
          case 'save another’s':
            save(['4'], '77');
            break;
          case 'clerical again':
            say('STATE_CLERICAL', { ani: String(harness.clock.monotonic()) });
            break;
          case 'passing state':
            if (isLinked) {
              harness.snapshot('STATE_PREDICTIVE', { ...codes, callTraceID, status: '' });
              latest = 'other';
            }
            break;
          case 'unknown state':
            say('STATE_ODD', { callTraceID });
            break;
          case 'left early':
            say('STATE_IDLE', { time: 1_000_000 + 5000 });
            break;
          case 'timed out':
            say('STATE_IDLE', { time: 1_000_000 + limit });
            break;
          case 'late clerical':
            say('STATE_CLERICAL');
            break;
          case 'cut':
            isLinked = false;
            harness.disconnect();
            break;
          case 'back':
          case 'back after':
            isLinked = true;
            harness.connect();
            say(what === 'back' ? 'STATE_CLERICAL' : 'STATE_IDLE');
            break;
          case 'next call':
            say('STATE_CALL_ACTIVE', { callTraceID: '2' });
            break;
          case 'wait':
            harness.clock.advance(6000);
            jest.advanceTimersByTime(6000);
            break;
        }
        // Nothing is sent without a command of the operator.
        expect(harness.connection.sent.filter(({ type }) => type === 'resolutionSet')).toEqual([]);
      }
    }),
    runs,
  );
  expect(Math.min(seen.saved, seen.again)).toBeGreaterThan(0);
});

async function saving(): Promise<StoreHarness> {
  const harness = new StoreHarness({ clericalSeconds: limit / 1000 });
  await harness.signIn('STATE_CLERICAL');
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
  harness.connection.takeSent();
  return harness;
}

it('a saving that an outage interrupts is unconfirmed, not saved', async () => {
  const harness = await saving();
  harness.disconnect();
  harness.connect();
  harness.snapshot('STATE_IDLE', { time: 1_002_000 });
  expect(harness.state.commands.callCodeSaving).toMatchObject({ callTraceID, codeIds: ['4'], status: 'unconfirmed' });
});

it('if clerical goes on after an outage, the saving is unanswered at its limit and the operator may save again', async () => {
  const harness = await saving();
  harness.disconnect();
  harness.connect();
  harness.snapshot('STATE_CLERICAL');
  jest.advanceTimersByTime(5000);
  expect(harness.state.commands.callCodeSaving?.status).toBe('unanswered');
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
  expect(harness.connection.takeSent()).toEqual(['resolutionSet']);
});

it('codes that Mediatel has taken are not taken twice', async () => {
  const harness = await saving();
  harness.snapshot('STATE_IDLE', { time: 1_002_000 });
  harness.snapshot('STATE_CLERICAL');
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['13'] }));
  expect(harness.connection.sent).toEqual([]);
  expect(harness.state.commands.lastRefusal?.refusal).toEqual({ reason: 'already-saved' });
});

describe('a clerical snapshot without the call’s id', () => {
  const nothing = [{ callTraceID: '-1' }, { callTraceID: undefined }, { callTraceID: '' }, { callTraceID: {} }];

  it.each(nothing)('keeps the id that the call was given: %j', async (without) => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_ACTIVE');
    harness.snapshot('STATE_CLERICAL', without);
    harness.connection.takeSent();
    harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
    expect(harness.connection.sent).toEqual([{ type: 'resolutionSet', id: 4 }]);
    harness.snapshot('STATE_IDLE');
    expect(harness.state.commands.callCodeSaving).toMatchObject({ callTraceID, status: 'saved' });
  });

  it('is saved once, by the call’s number, if no id ever came', async () => {
    const contacts: CallContact[] = [];
    const handler = {
      provide: MEDIATEL_CALL_CONTACT_HANDLER,
      useValue: (contact: CallContact) => contacts.push(contact),
    };
    const harness = new StoreHarness({}, [handler]);
    const none = { callTraceID: '-1' };
    await harness.signIn('STATE_CALL_ACTIVE', none);
    harness.snapshot('STATE_CLERICAL', none);
    const { callNumber } = harness.state.agent;
    harness.connection.takeSent();
    const save = (number: number | null) => {
      harness.dispatch(CommandActions.saveCallCodes({ callTraceID: null, callNumber: number, codeIds: ['4'] }));
      return harness.connection.takeSent();
    };
    expect(save(null)).toEqual([]);
    expect(save(callNumber! + 1)).toEqual([]);
    expect(harness.state.commands.lastRefusal?.refusal).toEqual({ reason: 'wrong-call', callTraceID: null });
    expect(save(callNumber)).toEqual(['resolutionSet']);
    harness.snapshot('STATE_IDLE', none);
    expect(contacts).toMatchObject([{ callTraceID: null, codesAre: 'saved', codes: [{ id: '4' }] }]);
    harness.snapshot('STATE_CALL_ACTIVE', none);
    harness.snapshot('STATE_CLERICAL', none);
    expect(save(callNumber! + 1)).toEqual(['resolutionSet']);
  });
});

it.each([
  ['an unknown code', { codeIds: ['999'] }, 'unknown-code'],
  ['another call', { callTraceID: '7' }, 'wrong-call'],
  ['two codes where one is allowed', { codeIds: ['4', '13'] }, 'one-code-only'],
])('saving refused for %s asks for no pause either', async (_what, change, reason) => {
  const harness = new StoreHarness();
  await harness.signIn('STATE_CLERICAL');
  harness.connection.takeSent();
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'], pauseId: '4', ...change }));
  expect(harness.connection.takeSent()).toEqual([]);
  expect(harness.state.commands).toMatchObject({ lastRefusal: { refusal: { reason } }, nextPause: null });
  harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'], pauseId: '4' }));
  expect(harness.connection.takeSent()[0]).toBe('resolutionSet');
  expect(harness.state.commands.nextPause).toMatchObject({ pauseId: '4' });
});

describe('a draft that was never given to be saved', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  const choosing = async (draft: Partial<CallDraft>) => {
    const harness = new StoreHarness({ clericalSeconds: limit / 1000 });
    await harness.signIn('STATE_CLERICAL', { time: 1_000_000 });
    TestBed.inject(CallDrafts).change(callTraceID, draft);
    return harness;
  };

  it.each([
    ['codes', { codeIds: ['4'] }, ['4']],
    ['a note', { note: 'pays on Friday' }, []],
  ])('is unconfirmed at the time-out, and kept: %s', async (_what, draft, codeIds) => {
    const harness = await choosing(draft);
    harness.snapshot('STATE_IDLE', { time: 1_000_000 + limit });
    expect(harness.state.commands.callCodeSaving).toMatchObject({ callTraceID, codeIds, status: 'unconfirmed' });
    expect(TestBed.inject(CallDrafts).of(callTraceID)).toMatchObject(draft);
    expect(harness.connection.takeSent()).toEqual([]);
  });

  it('is unconfirmed after an outage over the end of clerical', async () => {
    const harness = await choosing({ codeIds: ['4'] });
    harness.disconnect();
    harness.connect();
    harness.snapshot('STATE_IDLE', { time: 1_002_000 });
    expect(harness.state.commands.callCodeSaving?.status).toBe('unconfirmed');
  });

  it('is not reported if clerical ended in time, or if nothing was chosen', async () => {
    const left = await choosing({ codeIds: ['4'] });
    left.snapshot('STATE_IDLE', { time: 1_005_000 });
    expect(left.state.commands.callCodeSaving).toBeNull();
    TestBed.resetTestingModule();
    const empty = await choosing({ codeIds: [], note: ' ' });
    empty.snapshot('STATE_IDLE', { time: 1_000_000 + limit });
    expect(empty.state.commands.callCodeSaving).toBeNull();
  });
});

it('codes that the server has no room for can be saved again; another change of the call does not settle them', async () => {
  const harness = new StoreHarness({ clericalSeconds: 30 });
  await harness.signIn('STATE_CLERICAL');
  const save = () => {
    harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
    return harness.connection.takeSent();
  };
  const status = () => harness.state.commands.statuses.saveCallCodes.status;
  expect(save()).toEqual(['resolutionSet']);
  harness.snapshot('STATE_CLERICAL', { ani: '067' });
  expect(status()).toBe('pending');
  harness.snapshot('STATE_CLERICAL', { ani: '067', callErrorID: '-229' });
  expect(status()).toBe('pending');
  harness.snapshot('STATE_CLERICAL', { ani: '067', callErrorID: '-231' });
  expect(status()).toBe('idle');
  expect(save()).toEqual(['resolutionSet']);
  // The same error in the next snapshot does not answer the second attempt.
  harness.snapshot('STATE_CLERICAL', { ani: '068', callErrorID: '-231' });
  expect(status()).toBe('pending');
});
