import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { SupervisorNotes, type SupervisorNote } from 'mediatel-lib/store';
import { StoreHarness, SupervisorNotesHarness } from 'mediatel-lib/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import { SupervisorNotesList } from './supervisor-notes-list';

const paused: SupervisorNote = {
  id: '1',
  from: 'supervisor1',
  name: 'Halyna Ostapenko',
  request: { kind: 'takePause', pause: 'Meeting' },
  outcome: 'sent',
};
const message = (id: string, text: string): SupervisorNote => ({
  id,
  from: 'chief',
  request: { kind: 'message', text },
  outcome: null,
});

async function render(...notes: readonly SupervisorNote[]) {
  new StoreHarness();
  await TestBed.inject(MediatelIntl).loadViews();
  const kept = TestBed.inject(SupervisorNotes);
  const marked: string[] = [];
  kept.events.subscribe(({ type, id }) => marked.push(`${type} ${id}`));
  for (const note of notes) kept.addNote(note);
  const fixture = TestBed.createComponent(SupervisorNotesList);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  return {
    marked,
    list: await TestbedHarnessEnvironment.harnessForFixture(fixture, SupervisorNotesHarness),
    more: () => element.querySelector<HTMLElement>('.more'),
    settled: () => fixture.whenStable(),
  };
}

describe('SupervisorNotesList', () => {
  it('names the supervisor, or the login that an older hub sends', async () => {
    const { list, more, settled } = await render(paused, message('2', 'Well done'));
    expect(await list.notes()).toEqual(['Message from chief: Well done']);
    more()?.click();
    await settled();
    expect(await list.notes()).toEqual([
      'Message from chief: Well done',
      'Halyna Ostapenko put you on a pause: Meeting',
    ]);
  });

  it('shows the newest in its line, and reports the others once they are unfolded', async () => {
    const { list, more, marked, settled } = await render(paused, message('2', 'Well done'));
    expect(marked).toEqual(['shown 2']);
    expect(more()?.textContent.trim()).toBe('+1');
    more()?.click();
    await settled();
    expect(marked).toEqual(['shown 2', 'shown 1']);
    await list.dismiss(0);
    expect(await list.notes()).toEqual(['Halyna Ostapenko put you on a pause: Meeting']);
    expect(more()).toBeNull();
    await list.dismiss(0);
    expect(await list.notes()).toEqual([]);
  });

  it('unfolds a long message', async () => {
    const { more } = await render(message('2', 'Please offer the new plan '.repeat(4)));
    expect(more()?.textContent.trim()).toBe('Details');
  });
});
