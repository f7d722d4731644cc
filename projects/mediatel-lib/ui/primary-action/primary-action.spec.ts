import { jest } from '@jest/globals';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MediatelClock } from 'mediatel-lib/ports';
import { MediatelPrimaryAction } from './primary-action';

async function render(inputs: Readonly<Record<string, unknown>> = {}) {
  const fixture = TestBed.createComponent(MediatelPrimaryAction);
  const pressed: string[] = [];
  const set = async (changes: Readonly<Record<string, unknown>>): Promise<void> => {
    for (const [name, value] of Object.entries(changes)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
  };
  fixture.componentInstance.pressed.subscribe(() => pressed.push(fixture.componentInstance.meaning()));
  await set({ label: 'Call', meaning: 'call', ...inputs });
  const button = (fixture.nativeElement as HTMLElement).querySelector('button')!;
  return { fixture, button, pressed, set };
}

describe('MediatelPrimaryAction', () => {
  let now = 1000;
  beforeEach(() => {
    now = 1000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  it('takes the first press at once', async () => {
    const { button, pressed } = await render();
    button.click();
    expect(pressed).toEqual(['call']);
  });

  it('does not call and hang up on a double click', async () => {
    const { button, pressed, set } = await render();
    button.click();
    await set({ label: 'Cancel', meaning: 'cancel' });
    now += 499;
    button.click();
    expect(pressed).toEqual(['call']);
    now += 1;
    button.click();
    expect(pressed).toEqual(['call', 'cancel']);
  });

  it('times presses by real time where the clock stands still, as in a replay', async () => {
    const replayClock: MediatelClock = { monotonic: () => 7, pressTime: () => performance.now() };
    TestBed.overrideProvider(MediatelClock, { useValue: replayClock });
    const { button, pressed, set } = await render();
    await set({ meaning: 'cancel' });
    now += 499;
    button.click();
    expect(pressed).toEqual([]);
    now += 1;
    button.click();
    expect(pressed).toEqual(['cancel']);
  });

  it('times presses by a test’s clock alone', async () => {
    let fakeNow = 7;
    TestBed.overrideProvider(MediatelClock, { useValue: { monotonic: () => fakeNow } });
    const { button, pressed, set } = await render();
    await set({ meaning: 'cancel' });
    now += 60_000;
    button.click();
    expect(pressed).toEqual([]);
    fakeNow += 500;
    button.click();
    expect(pressed).toEqual(['cancel']);
  });

  it('ignores a press between the change of meaning and its display', async () => {
    const { fixture, pressed } = await render();
    fixture.componentRef.setInput('meaning', 'cancel');
    fixture.componentInstance.press();
    expect(pressed).toEqual([]);
  });

  it('says below its label why it can’t be pressed, and is named by the label alone', async () => {
    const { button, set } = await render({ reason: 'Enter a number first' });
    expect(button.querySelector('small')?.textContent).toBe('Enter a number first');
    expect(button.querySelector('small')?.getAttribute('aria-hidden')).toBe('true');
    expect(button.querySelector('.label')?.textContent.trim()).toBe('Call');
    await set({ reason: null });
    expect(button.textContent.trim()).toBe('Call');
  });

  it('goes on taking presses when only the words change', async () => {
    const { button, pressed, set } = await render();
    await set({ label: 'Anrufen' });
    button.click();
    expect(pressed).toEqual(['call']);
  });

  it('counts a key held down once', async () => {
    const { button } = await render();
    const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, cancelable: true });
    button.dispatchEvent(held);
    expect(held.defaultPrevented).toBe(true);
  });

  it.each(['Enter', ' ', 'Tab'])('leaves the browser what %j does at a button', async (key) => {
    const { button } = await render();
    const first = new KeyboardEvent('keydown', { key, cancelable: true });
    button.dispatchEvent(first);
    expect(first.defaultPrevented).toBe(false);
  });

  it('lets a held Tab go on', async () => {
    const { button } = await render();
    const held = new KeyboardEvent('keydown', { key: 'Tab', repeat: true, cancelable: true });
    button.dispatchEvent(held);
    expect(held.defaultPrevented).toBe(false);
  });

  it('has a second half only with one', async () => {
    const { fixture } = await render();
    const half = (fixture.nativeElement as HTMLElement).querySelector('.half');
    expect(half?.childElementCount).toBe(0);
    @Component({
      imports: [MediatelPrimaryAction],
      template:
        '<mediatel-primary-action label="Save" meaning="save" split><button id="more">More</button></mediatel-primary-action>',
    })
    class Host {}
    const host = TestBed.createComponent(Host);
    await host.whenStable();
    const element = host.nativeElement as HTMLElement;
    expect(element.querySelector('.half > #more')).not.toBeNull();
    expect(element.querySelector('button')?.classList).toContain('split');
  });

  it('says why it is disabled, and stays reachable by keyboard', async () => {
    const { button, pressed } = await render({ reason: 'Only while available' });
    button.click();
    expect(pressed).toEqual([]);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.hasAttribute('disabled')).toBe(false);
    const description = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toBe('Only while available');
  });
});
