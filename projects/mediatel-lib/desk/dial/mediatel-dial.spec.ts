import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { StoreHarness } from 'mediatel-lib/testing';
import { MediatelDial } from './mediatel-dial';
import { preloadEffects } from 'mediatel-lib/store';

@Component({
  imports: [MediatelDial],
  template: `
    <span [mediatelDial]="number">Olena K.</span>
    <a href="tel:0661234501" mediatelDial="0661234501" mediatelDialQueue="DM_MFO_1">call</a>
  `,
})
class Host {
  readonly number = 'tel:+380 (66) 123-45-01';
}

async function render(state: string) {
  const store = new StoreHarness();
  const fixture = TestBed.createComponent(Host);
  await store.signIn(state);
  await fixture.whenStable();
  store.connection.takeSent();
  const element = fixture.nativeElement as HTMLElement;
  return { store, fixture, span: element.querySelector('span')!, link: element.querySelector('a')! };
}

beforeAll(preloadEffects);

describe('MediatelDial', () => {
  it('makes any element a button that the keyboard can press', async () => {
    const { store, span } = await render('STATE_IDLE');
    expect(span.getAttribute('role')).toBe('button');
    expect(span.tabIndex).toBe(0);
    span.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    expect(store.connection.sent).toEqual([
      { type: 'makeCall', phoneNumber: '+380661234501', queueName: 'DM_Banks_ManualCalls' },
    ]);
  });

  it('keeps a link from opening another phone application', async () => {
    const { store, link } = await render('STATE_IDLE');
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(link.getAttribute('role')).toBeNull();
    expect(store.connection.sent).toEqual([{ type: 'makeCall', phoneNumber: '0661234501', queueName: 'DM_MFO_1' }]);
  });

  it('is disabled on a pause, and says why', async () => {
    const { store, span } = await render('STATE_PAUSE');
    expect(span.getAttribute('aria-disabled')).toBe('true');
    span.click();
    expect(store.connection.sent).toEqual([]);
    const description = document.getElementById(span.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toBe('Only while available');
  });
});
