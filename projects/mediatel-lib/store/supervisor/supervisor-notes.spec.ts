import { TestBed } from '@angular/core/testing';
import { StoreHarness } from 'mediatel-lib/testing';
import { preloadEffects } from '../effects-loader';
import { SupervisorNotes } from './supervisor-notes';

beforeAll(preloadEffects);

it('a supervisor’s message to one operator is removed at the sign-out', async () => {
  const harness = new StoreHarness();
  const notes = TestBed.inject(SupervisorNotes);
  await harness.signIn('STATE_IDLE');
  notes.addNote({ id: '1', from: 'chief', request: { kind: 'message', text: 'Call 0661234501 back' }, outcome: null });
  expect(notes.all()).toHaveLength(1);
  const left = harness.session.signOut();
  harness.snapshot('STATE_LOGOUT');
  await left;
  expect(notes.all()).toEqual([]);
});
