import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { keepFocus } from './keep-focus';

@Component({
  selector: 'mediatel-focus-host',
  template: `
    @if (hasPart()) {
      <button type="button" id="first">1</button><button type="button" id="second">2</button>
    }
  `,
  host: { tabindex: '-1' },
})
class FocusHost {
  readonly hasPart = signal(true);
  constructor() {
    keepFocus();
  }
}

async function render() {
  const fixture = TestBed.createComponent(FocusHost);
  const host = fixture.nativeElement as HTMLElement;
  const other = document.createElement('input');
  document.body.append(host, other);
  await fixture.whenStable();
  const removePart = async (): Promise<void> => {
    fixture.componentInstance.hasPart.set(false);
    await fixture.whenStable();
  };
  return { host, other, removePart, find: (id: string) => host.querySelector<HTMLElement>(`#${id}`)! };
}

describe('keepFocus', () => {
  it('takes the focus of a part that goes', async () => {
    const { host, find, removePart } = await render();
    find('first').focus();
    // No rendering in between: the newest one counts.
    find('second').focus();
    await removePart();
    expect(document.activeElement).toBe(host);
  });

  it('takes it from nobody else', async () => {
    const { other, find, removePart } = await render();
    find('first').focus();
    other.focus();
    await removePart();
    expect(document.activeElement).toBe(other);
  });

  it('does not want it back after it was left', async () => {
    const { find, removePart } = await render();
    find('first').focus();
    find('first').blur();
    await Promise.resolve();
    await removePart();
    expect(document.activeElement).toBe(document.body);
  });
});
