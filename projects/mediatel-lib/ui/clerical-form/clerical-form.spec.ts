import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MediatelClericalFormHarness } from 'mediatel-lib/testing';
import { MediatelClericalForm } from './clerical-form';

const codes = [
  { id: '4', name: '10. Promise to pay' },
  { id: '13', name: '50. No answer' },
];

async function render(inputs: Readonly<Record<string, unknown>> = {}) {
  const fixture = TestBed.createComponent(MediatelClericalForm);
  for (const [name, value] of Object.entries({ codes, ...inputs })) fixture.componentRef.setInput(name, value);
  let confirmations = 0;
  fixture.componentInstance.confirmed.subscribe(() => (confirmations += 1));
  const form = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelClericalFormHarness);
  const element = fixture.nativeElement as HTMLElement;
  return {
    form,
    element,
    settled: () => fixture.whenStable(),
    part: fixture.componentInstance,
    order: () => element.querySelector('.order')?.textContent,
    confirmations: () => confirmations,
    /** Presses a key in the note. Returns whether the browser's default action was left. */
    press: (init: KeyboardEventInit): boolean =>
      element
        .querySelector('textarea')!
        .dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })),
  };
}

describe('MediatelClericalForm', () => {
  it('chooses one code, which another one replaces', async () => {
    const { form, part, order } = await render();
    const list = await form.codes();
    await list.choose('10. Promise to pay');
    await list.choose('50. No answer');
    expect(part.chosen()).toEqual(['13']);
    expect(order()).toBeUndefined();
  });

  it('has a place for the order before a code is chosen', async () => {
    expect((await render({ multiple: true })).order()).toBe('How did it end?');
    const many = Array.from({ length: 8 }, (_, index) => ({ id: `${index}`, name: `Result ${index}` }));
    expect((await render({ multiple: true, codes: many })).order()).toBe('');
  });

  it('unfolds the note when somebody comes to write, and leaves it so', async () => {
    const { element, part, settled } = await render({ notes: true, note: 'Calls back' });
    const note = element.querySelector('textarea')!;
    expect(note.rows).toBe(1);
    document.body.append(element);
    part.focusNote();
    await settled();
    expect(document.activeElement).toBe(note);
    expect(note.selectionStart).toBe('Calls back'.length);
    expect(note.rows).toBe(3);
    part.focus();
    await settled();
    expect(document.activeElement).toBe(element.querySelector('[role=listbox]'));
    expect(note.rows).toBe(3);
    element.remove();
  });

  it('moves the focus to the codes when there is no note', async () => {
    const { element, part } = await render();
    document.body.append(element);
    part.focusNote();
    expect(document.activeElement).toBe(element.querySelector('[role=listbox]'));
    element.remove();
  });

  it('chooses several if allowed, and shows them in the order of choosing', async () => {
    const { form, part, order } = await render({ multiple: true });
    const list = await form.codes();
    await list.choose('50. No answer');
    await list.choose('10. Promise to pay');
    expect(part.chosen()).toEqual(['13', '4']);
    expect(order()).toBe('2 chosen: 50 → 10');
  });

  it('names a chosen code that is not in the list by its id', async () => {
    expect((await render({ multiple: true, chosen: ['77'] })).order()).toContain('77');
  });

  it('offers a note only if the host takes notes', async () => {
    expect(await (await render()).form.note()).toBeNull();
    const { form, part } = await render({ notes: true, note: 'Calls back' });
    expect(await form.note()).toBe('Calls back');
    await form.writeNote('Calls back at nine');
    expect(part.note()).toBe('Calls back at nine');
  });

  it.each([
    ['Ctrl+Enter', { key: 'Enter', ctrlKey: true }],
    ['Meta+Enter', { key: 'Enter', metaKey: true }],
  ])('confirms with %s in the note', async (_keys, init) => {
    const { press, confirmations } = await render({ notes: true });
    expect(press(init)).toBe(false);
    expect(confirmations()).toBe(1);
  });

  it.each([
    ['Enter, which is a new line', { key: 'Enter' }],
    ['Ctrl+Enter held down', { key: 'Enter', ctrlKey: true, repeat: true }],
    ['Ctrl+A', { key: 'a', ctrlKey: true }],
  ])('leaves %s in the note to the browser', async (_keys, init) => {
    const { press, confirmations } = await render({ notes: true });
    expect(press(init)).toBe(true);
    expect(confirmations()).toBe(0);
  });
});
