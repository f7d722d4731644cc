import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { preloadEffects } from 'mediatel-lib/store';
import { OperatorInput } from '../state/operator-input';
import { DeskUnderTest } from './mediatel-desk.fixture';

let desk: DeskUnderTest;

/** A desk in the step after a call, with the focus where it was in the call. */
async function afterCall(inputs: Readonly<Record<string, unknown>> = {}, inCall?: () => void): Promise<DeskUnderTest> {
  desk = new DeskUnderTest({}, inputs);
  await desk.store.signIn();
  await desk.snapshot('STATE_CALL_ACTIVE');
  inCall?.();
  await desk.snapshot('STATE_CLERICAL');
  desk.store.connection.takeSent();
  return desk;
}

const form = (root: HTMLElement) => root.querySelector('mediatel-clerical-form');
const list = (root: HTMLElement) => root.querySelector('[role=listbox]')!;
const saves = (): readonly HTMLElement[] =>
  [desk.element, desk.overlay]
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>('mediatel-primary-action > button .label')])
    .filter(({ textContent }) => textContent.trim() === 'Save, be available');

async function openPage(name: 'shortcuts' | null): Promise<void> {
  desk.fixture.componentRef.setInput('page', name);
  await desk.settled();
}

/** What the browser says of the desk's box. jsdom has no layout. */
let isDisplayed: boolean;
let resized: () => void;
const observed = { observe: jest.fn(), disconnect: jest.fn() };
const display = async (isShown: boolean): Promise<void> => {
  isDisplayed = isShown;
  resized();
  await desk.settled();
};

beforeAll(preloadEffects);
beforeEach(() => {
  [localStorage, sessionStorage].forEach((kept) => kept.clear());
  isDisplayed = true;
  Object.assign(globalThis, {
    ResizeObserver: class {
      readonly observe = observed.observe;
      readonly disconnect = observed.disconnect;
      constructor(callback: () => void) {
        resized = callback;
      }
    },
  });
  Object.assign(HTMLElement.prototype, { checkVisibility: () => isDisplayed });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'ResizeObserver');
  Reflect.deleteProperty(HTMLElement.prototype, 'checkVisibility');
  desk.element.remove();
});

describe('the step after the call', () => {
  it.each(['docked', 'floating', 'wide', 'open'])('is in the body of the %s desk, on one surface', async (layout) => {
    await afterCall({ layout });
    expect(form(desk.element)).not.toBeNull();
    expect(form(desk.overlay)).toBeNull();
    expect(saves()).toHaveLength(1);
    expect(document.querySelectorAll('[role=timer]')).toHaveLength(1);
    expect(document.activeElement).toBe(list(desk.element));
  });

  it('saves from the slot of Hang up', async () => {
    await afterCall();
    await desk.key('2', list(desk.element));
    await desk.press('Save, be available');
    expect(desk.store.connection.sent.at(-1)).toEqual({ type: 'resolutionSet', id: 13 });
    await desk.settled();
    expect(await (await (await desk.harness()).primary()).label()).toBe('Saving…');
  });

  it('chooses by a digit and saves by Enter, wherever the focus is in the desk', async () => {
    await afterCall();
    desk.element.focus();
    await desk.key('1');
    await desk.key('Enter');
    expect(desk.store.connection.sent.at(-1)).toEqual({ type: 'resolutionSet', id: 4 });
  });

  it('saves and pauses by the second half of Save', async () => {
    await afterCall();
    await (await desk.codes())?.choose('10. Promise to pay');
    const menu = await (await desk.harness()).pauseMenu();
    await menu?.choosePause('Meeting');
    expect(desk.store.actions).toContainEqual(expect.objectContaining({ codeIds: ['4'], pauseId: '4' }));
  });

  it('plans a pause by the second half of Save while no code is chosen', async () => {
    await afterCall();
    await (await (await desk.harness()).pauseMenu())?.choosePause('Meeting');
    expect(desk.store.connection.sent).toEqual([{ type: 'pause', id: '4' }]);
  });

  it('does not take the focus from an operator who types in the CRM, and no digit chooses', async () => {
    const field = document.body.appendChild(document.createElement('textarea'));
    await afterCall({}, () => {
      field.focus();
    });
    expect(await (await desk.codes())?.names()).toHaveLength(2);
    expect(document.activeElement).toBe(field);
    await desk.key('1', field);
    expect(await (await desk.codes())?.chosen()).toEqual([]);
    field.remove();
  });

  it('goes on with the note that the operator was writing when the call ended', async () => {
    await afterCall({}, () => {
      const note = desk.element.querySelector<HTMLTextAreaElement>('mediatel-call-panel textarea')!;
      note.focus();
      note.value = 'pays on';
      note.dispatchEvent(new Event('input'));
    });
    const note = desk.element.querySelector<HTMLTextAreaElement>('mediatel-clerical-form textarea');
    expect(document.activeElement).toBe(note);
    expect(note?.value).toBe('pays on');
  });
});

describe('another page of the desk', () => {
  it('moves the step to a dialog with the only Save, and back; nothing is lost', async () => {
    await afterCall();
    TestBed.inject(OperatorInput).setNote('Pays on Friday');
    await desk.key('1', list(desk.element));
    await openPage('shortcuts');
    expect(form(desk.element)).toBeNull();
    expect(form(desk.overlay)?.querySelector('textarea')?.value).toBe('Pays on Friday');
    expect(await (await desk.codes())?.chosen()).toEqual(['10. Promise to pay']);
    expect(saves()).toHaveLength(1);
    expect(document.querySelectorAll('[role=timer]')).toHaveLength(1);
    await desk.press('Choose the call code');
    expect(form(desk.overlay)).toBeNull();
    expect(await (await desk.harness()).page()).toBeNull();
    expect(await (await desk.codes())?.chosen()).toEqual(['10. Promise to pay']);
    expect(await (await (await desk.harness()).clerical())?.note()).toBe('Pays on Friday');
  });

  it('leaves the desk and the page to screen readers while its dialog is open', async () => {
    const crm = document.body.appendChild(document.createElement('main'));
    const ad = document.body.appendChild(document.createElement('aside'));
    ad.setAttribute('aria-hidden', 'true');
    await afterCall();
    await openPage('shortcuts');
    expect(form(desk.overlay)).not.toBeNull();
    expect(desk.element.closest('[aria-hidden]')).toBeNull();
    expect(crm.hasAttribute('aria-hidden')).toBe(false);
    await openPage(null);
    expect(ad.getAttribute('aria-hidden')).toBe('true');
    crm.remove();
    ad.remove();
  });

  it('leaves Save in the desk when the dialog is minimised with a code', async () => {
    await afterCall();
    await desk.key('1', list(desk.element));
    await openPage('shortcuts');
    await desk.key('Escape', list(desk.overlay));
    expect(form(desk.overlay)).toBeNull();
    await desk.press('Save, be available');
    expect(desk.store.connection.sent.at(-1)).toEqual({ type: 'resolutionSet', id: 4 });
  });

  it('brings the step back when the dialog was minimised without a code', async () => {
    await afterCall();
    await openPage('shortcuts');
    await desk.key('Escape', list(desk.overlay));
    await desk.press('Choose the call code');
    expect(form(desk.element)).not.toBeNull();
    // Minimising it holds until it is brought back.
    await openPage(null);
    await openPage('shortcuts');
    expect(form(desk.overlay)).not.toBeNull();
  });

  it('opens no dialog over the desk “open”', async () => {
    await afterCall({ layout: 'open' });
    await openPage('shortcuts');
    expect(form(desk.overlay)).toBeNull();
    await desk.press('Choose the call code');
    expect(form(desk.element)).not.toBeNull();
  });
});

describe('a hidden desk', () => {
  it('shows the step in a dialog with the timer, until it is seen again', async () => {
    await afterCall();
    await display(false);
    expect(form(desk.element)).toBeNull();
    expect(form(desk.overlay)).not.toBeNull();
    expect(desk.overlay.querySelectorAll('[role=timer]')).toHaveLength(1);
    await display(true);
    expect(form(desk.overlay)).toBeNull();
    expect(form(desk.element)).not.toBeNull();
  });

  it('is watched for as long as it lives', async () => {
    await afterCall();
    expect(observed.observe).toHaveBeenLastCalledWith(desk.element);
    observed.disconnect.mockClear();
    desk.fixture.destroy();
    expect(observed.disconnect).toHaveBeenCalledTimes(1);
  });
});
