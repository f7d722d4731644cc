import { TestBed } from '@angular/core/testing';
import { preloadEffects } from 'mediatel-lib/store';
import { StoreHarness } from 'mediatel-lib/testing';
import { OperatorInput } from '../state/operator-input';
import { ClericalWork } from './clerical-work';

beforeAll(preloadEffects);

async function inClerical() {
  const store = new StoreHarness();
  await store.signIn('STATE_CLERICAL');
  store.connection.takeSent();
  return { store, work: TestBed.inject(ClericalWork), drafts: TestBed.inject(OperatorInput) };
}

describe('after-call work', () => {
  it('begins open, though the one before was put aside', async () => {
    const { store, work } = await inClerical();
    work.aside.set(true);
    expect(work.aside()).toBe(true);
    store.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2' });
    expect(work.aside()).toBe(false);
    store.snapshot('STATE_CLERICAL', { callTraceID: '2' });
    expect(work.aside()).toBe(false);
  });

  it('begins open, though nothing between two of them was seen', async () => {
    const { store, work } = await inClerical();
    work.aside.set(true);
    expect(work.aside()).toBe(true);
    store.snapshot('STATE_CLERICAL', { callTraceID: '2' });
    expect(work.aside()).toBe(false);
  });

  it('gives no saving without a code', async () => {
    const { store, work, drafts } = await inClerical();
    work.save();
    expect(store.actions.map(({ type }) => type)).not.toContain('[Mediatel Commands] Save Call Codes');
    drafts.setCodes(['4']);
    work.save();
    expect(store.connection.takeSent()).toEqual(['resolutionSet']);
  });

  it('saves and pauses, or plans the pause while nothing can be saved', async () => {
    const { store, work, drafts } = await inClerical();
    work.pauseAfter('4', false);
    expect(store.connection.takeSent()).toEqual(['pause']);
    expect(store.actions.map(({ type }) => type)).not.toContain('[Mediatel Commands] Save Call Codes');
    drafts.setCodes(['4']);
    work.pauseAfter('4', true);
    expect(store.actions).toContainEqual(expect.objectContaining({ codeIds: ['4'], pauseId: '4' }));
  });

  it('leaves out a code that the list no longer holds', async () => {
    const { store, work, drafts } = await inClerical();
    drafts.setCodes(['4']);
    expect(work.chosen()).toEqual(['4']);
    store.snapshot('STATE_CLERICAL', { availableCallCodes: [] });
    expect(work.chosen()).toEqual([]);
  });
});
