import { TestBed } from '@angular/core/testing';
import { StoreHarness } from 'mediatel-lib/testing';
import { DeskPages } from '../state/desk-pages';
import { DeskKeys, type KeyTarget } from './desk-keys';

let done: string[];
let host: HTMLElement;
let keys: DeskKeys;

const part = (name: string) => (argument: string) => void done.push(`${name} ${argument}`);

function target(): KeyTarget {
  return {
    host,
    dialer: () => ({ type: part('type') }),
    callPanel: () => ({ send: part('send'), toggle: part('toggle') }),
    afterCall: () => ({ chooseNumber: (digit: number) => void done.push(`choose ${digit}`) }),
    pauses: () => ({ toggle: () => void done.push('pauses') }),
    press: () => void done.push('press'),
  } as unknown as KeyTarget;
}

/** A key pressed in this element, and whether the browser still does what it does with it. */
function press(init: KeyboardEventInit, on: Element = host, anywhere = false): boolean {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  const handle = anywhere ? keys.pressedAnywhere.bind(keys) : keys.pressed.bind(keys);
  const listener = (): void => handle(event, target());
  document.body.addEventListener('keydown', listener);
  on.dispatchEvent(event);
  document.body.removeEventListener('keydown', listener);
  return !event.defaultPrevented;
}

const inside = (html: string): Element => {
  host.innerHTML = html;
  return host.querySelector('[data-focus]')!;
};

describe('the desk’s keys', () => {
  beforeEach(() => {
    done = [];
    host = document.createElement('div');
    document.body.append(host);
    new StoreHarness({}, [{ provide: DeskPages, useValue: { show: part('show') } }, DeskKeys]);
    keys = TestBed.inject(DeskKeys);
  });

  afterEach(() => {
    host.remove();
  });

  it('dial, send digits and choose codes, and are taken from the browser', () => {
    expect(press({ key: '5' })).toBe(false);
    expect(done).toEqual(['type 5', 'send 5', 'choose 5']);
  });

  it('do what the shortcut says, by the key’s place', () => {
    press({ key: 'ь', code: 'KeyM' });
    press({ key: 'h', code: 'KeyH' });
    press({ key: 'p', code: 'KeyP' });
    press({ key: 'Enter' });
    expect(done).toEqual(['toggle mute', 'toggle hold', 'pauses', 'press']);
  });

  it('held down do it once', () => {
    press({ key: 'm', code: 'KeyM' });
    expect(press({ key: 'm', code: 'KeyM', repeat: true })).toBe(false);
    expect(done).toEqual(['toggle mute']);
  });

  it.each([
    '<input data-focus>',
    '<textarea data-focus></textarea>',
    '<select data-focus></select>',
    '<div contenteditable><b data-focus></b></div>',
    '<ul role="listbox"><li data-focus></li></ul>',
    '<div role="menu"><button data-focus></button></div>',
  ])('leave to %s what is typed there', (html) => {
    const element = inside(html);
    expect(press({ key: '5' }, element)).toBe(true);
    expect(press({ key: 'm', code: 'KeyM' }, element)).toBe(true);
    expect(done).toEqual([]);
  });

  it('leave Enter and Space to a focused button', () => {
    const element = inside('<button data-focus></button>');
    expect(press({ key: 'Enter' }, element)).toBe(true);
    expect(press({ key: ' ' }, element)).toBe(true);
    press({ key: 'm', code: 'KeyM' }, element);
    expect(done).toEqual(['toggle mute']);
  });

  it('do nothing elsewhere but what nobody types', () => {
    press({ key: 'm', code: 'KeyM' }, document.body, true);
    press({ key: '5' }, document.body, true);
    expect(done).toEqual([]);
  });
});
