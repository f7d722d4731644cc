import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { holdWhilePressed } from './hold-while-pressed';

@Component({
  selector: 'mediatel-held-child',
  template: `<b>{{ words() }}</b>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Child {
  readonly words = signal('child');
  constructor() {
    children.push(this);
  }
}
let children: Child[] = [];

@Component({
  imports: [Child],
  template: `
    @if (kind() === 'button') {
      <button type="button" (click)="presses.push(words())"><span>press</span></button>
    }
    <p>{{ words() }}</p>
    <mediatel-held-child />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Held {
  readonly kind = signal<'button' | 'none'>('button');
  readonly words = signal('before');
  readonly presses: string[] = [];
  constructor() {
    holdWhilePressed();
  }
}

describe('holdWhilePressed', () => {
  let fixture: ComponentFixture<Held>;
  let element: HTMLElement;
  const button = (): HTMLElement | null => element.querySelector('button');
  const shown = (): string => element.querySelector('p')!.textContent ?? '';
  // jsdom has no PointerEvent.
  const send = (target: Element, type: string, pointerType = 'mouse', button = 0): boolean =>
    target.dispatchEvent(Object.assign(new MouseEvent(type, { bubbles: true, button }), { pointerType }));
  const key = (target: Element, type: string): boolean =>
    target.dispatchEvent(new KeyboardEvent(type, { key: ' ', bubbles: true }));
  const rendered = (): void => fixture.detectChanges();

  beforeEach(() => {
    children = [];
    jest.useFakeTimers();
    fixture = TestBed.createComponent(Held);
    element = fixture.nativeElement as HTMLElement;
    document.body.append(element);
    rendered();
  });
  afterEach(() => {
    jest.useRealTimers();
    element.remove();
  });

  function changed(): void {
    fixture.componentInstance.kind.set('none');
    fixture.componentInstance.words.set('after');
    children[0]!.words.set('grown');
    rendered();
  }

  it('keeps the pressed button until its click, then shows what changed', () => {
    const pressed = button()!;
    send(pressed.querySelector('span')!, 'pointerdown');
    changed();
    expect(button()).toBe(pressed);
    expect(element.querySelector('b')!.textContent).toBe('child');
    send(pressed, 'pointerup');
    pressed.click();
    expect(fixture.componentInstance.presses).toHaveLength(1);
    rendered();
    expect([button(), shown(), element.querySelector('b')!.textContent]).toEqual([null, 'after', 'grown']);
  });

  it('shows what changed when the mouse is released beside the button', () => {
    send(button()!, 'pointerdown');
    changed();
    send(document.body, 'pointerup');
    jest.advanceTimersByTime(0);
    rendered();
    expect(shown()).toBe('after');
  });

  it('waits 350 ms for the click of a finger', () => {
    send(button()!, 'pointerdown', 'touch');
    changed();
    send(document.body, 'pointerup', 'touch');
    jest.advanceTimersByTime(349);
    rendered();
    expect(shown()).toBe('before');
    jest.advanceTimersByTime(1);
    rendered();
    expect(shown()).toBe('after');
  });

  it('shows what changed at once when the browser takes the pointer for scrolling', () => {
    send(button()!, 'pointerdown', 'touch');
    changed();
    send(button()!, 'pointercancel', 'touch');
    rendered();
    expect(shown()).toBe('after');
  });

  it('holds for a second at most', () => {
    send(button()!, 'pointerdown');
    changed();
    jest.advanceTimersByTime(999);
    rendered();
    expect(shown()).toBe('before');
    jest.advanceTimersByTime(1);
    rendered();
    expect(shown()).toBe('after');
  });

  it('holds while the space bar presses the button', () => {
    key(button()!, 'keydown');
    changed();
    expect(shown()).toBe('before');
    key(button()!, 'keyup');
    jest.advanceTimersByTime(0);
    rendered();
    expect(shown()).toBe('after');
  });

  it('holds while something in an overlay is pressed', () => {
    const overlay = document.createElement('div');
    overlay.className = 'cdk-overlay-container';
    overlay.innerHTML = '<div role="menuitem">item</div>';
    document.body.append(overlay);
    send(overlay.firstElementChild!, 'pointerdown');
    changed();
    expect(shown()).toBe('before');
    overlay.remove();
  });

  it.each([
    ['a text', () => send(element.querySelector('p')!, 'pointerdown')],
    ['a button of the page around it', () => send(outside(), 'pointerdown')],
    ['the right button of the mouse', () => send(button()!, 'pointerdown', 'mouse', 2)],
  ])('does not hold for %s', (_what, press) => {
    press();
    changed();
    expect(shown()).toBe('after');
  });

  it('leaves no listener behind', () => {
    send(button()!, 'pointerdown');
    fixture.destroy();
    expect(() => {
      send(document.body, 'pointerup');
      jest.advanceTimersByTime(2000);
    }).not.toThrow();
    expect(jest.getTimerCount()).toBe(0);
  });

  function outside(): Element {
    const other = document.createElement('button');
    document.body.append(other);
    return other;
  }
});
