import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { StoreHarness } from 'mediatel-lib/testing';
import { CallDrafts } from './call-drafts';

import { preloadEffects } from '../effects-loader';
import { SessionActions } from '../state/session-actions';

const draftsKey = 'mediatel.call-drafts';
const day = 24 * 60 * 60 * 1000;
let now = 1_700_000_000_000;

/** Loads the page; then an operator signs in. */
function reloaded(user = 'operator'): CallDrafts {
  TestBed.resetTestingModule();
  const harness = new StoreHarness();
  const drafts = TestBed.inject(CallDrafts);
  harness.dispatch(SessionActions.signedIn({ user, extension: '1001' }));
  return drafts;
}

const stored = (drafts: unknown, user = 'operator'): string => JSON.stringify({ user, drafts });

beforeAll(preloadEffects);
beforeEach(() => {
  localStorage.clear();
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

it('survives a reload after each change', () => {
  const drafts = reloaded();
  drafts.change('1', { codeIds: ['4'] });
  drafts.change('1', { note: 'will pay' });
  expect(reloaded().of('1')).toMatchObject({ codeIds: ['4'], note: 'will pay' });
  expect(reloaded().of('2')).toEqual({ codeIds: [], note: '' });
});

it('is deleted when it is forgotten or emptied', () => {
  const drafts = reloaded();
  drafts.change('1', { note: 'a' });
  drafts.change('2', { note: 'b' });
  drafts.forget('1');
  drafts.change('2', { note: '' });
  expect(drafts.all().size).toBe(0);
  expect(localStorage.getItem(draftsKey)).toBe(stored({}));
});

it('is kept for a day, and for the newest 50 calls', () => {
  const drafts = reloaded();
  for (let call = 0; call < 60; call++) {
    now++;
    drafts.change(String(call), { note: 'x' });
  }
  expect([...drafts.all().keys()]).toEqual(Array.from({ length: 50 }, (_, call) => String(call + 10)));
  now += day - 20;
  expect(reloaded().all().size).toBe(20);
});

it('follows another tab', () => {
  const drafts = reloaded();
  const other = stored({ 7: { codeIds: ['13'], note: '', changedAt: now } });
  localStorage.setItem(draftsKey, other);
  dispatchEvent(new StorageEvent('storage', { key: draftsKey, newValue: other }));
  expect(drafts.of('7').codeIds).toEqual(['13']);
});

it('does not write over what another tab just wrote', () => {
  const drafts = reloaded();
  localStorage.setItem(draftsKey, stored({ 7: { codeIds: ['13'], note: '', changedAt: now } }));
  drafts.change('8', { note: 'mine' });
  expect([...drafts.all().keys()]).toEqual(['7', '8']);
});

it.each([
  ...['{not json', '[]', 'null', '7', '{"1":{"codeIds":["4"],"note":"","changedAt":1}}'],
  ...[stored(null), stored([]), stored({ 1: { codeIds: [4], note: '', changedAt: 1 } }), stored({ 1: null })],
])('outlives a storage that holds %s', (text) => {
  localStorage.setItem(draftsKey, text);
  expect(reloaded().all().size).toBe(0);
});

it('is kept over a crash for its operator, and gone once another signs in', () => {
  reloaded().change('1', { note: 'owes 5,000' });
  expect(reloaded().of('1').note).toBe('owes 5,000');
  expect(reloaded('another').all().size).toBe(0);
  expect(JSON.stringify({ ...localStorage })).not.toContain('owes');
  expect(reloaded().all().size).toBe(0);
});

it('is never another operator’s draft, whoever put it into the storage', () => {
  const drafts = reloaded();
  localStorage.setItem(draftsKey, stored({ 7: { codeIds: [], note: 'x', changedAt: now } }, 'another'));
  dispatchEvent(new StorageEvent('storage', { key: draftsKey }));
  expect(drafts.all().size).toBe(0);
});

it('belongs to the call before its id has come, and to its id afterwards', () => {
  const drafts = reloaded();
  const call = { callTraceID: null, callNumber: 3 };
  drafts.changeCall(call, { note: 'early' });
  expect(drafts.ofCall(call).note).toBe('early');
  expect(drafts.ofCall({ callTraceID: null, callNumber: 4 }).note).toBe('');
  drafts.adopt({ callTraceID: '1', callNumber: 3 });
  expect(reloaded().of('1').note).toBe('early');
});

it('lasts as long as the page if the storage is full', () => {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const drafts = reloaded();
  drafts.change('1', { note: 'a' });
  drafts.change('1', { codeIds: ['4'] });
  expect(drafts.of('1')).toMatchObject({ note: 'a', codeIds: ['4'] });
});
