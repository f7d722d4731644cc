import { TestBed } from '@angular/core/testing';
import { MediatelIcon } from './icon';
import { type IconName, type IconOutline, iconPaths } from './icons';

async function render(name: IconName | IconOutline) {
  const fixture = TestBed.createComponent(MediatelIcon);
  fixture.componentRef.setInput('name', name);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  return { element, outline: () => element.querySelector('path')?.getAttribute('d'), fixture };
}

describe('MediatelIcon', () => {
  it('draws an icon of the library, and changes with its name', async () => {
    const { fixture, outline } = await render('call');
    expect(outline()).toBe(iconPaths.call);
    fixture.componentRef.setInput('name', 'hangUp');
    await fixture.whenStable();
    expect(outline()).toBe(iconPaths.hangUp);
  });

  it('draws a host’s own outline', async () => {
    expect((await render({ outline: 'M0 0h24v24H0z' })).outline()).toBe('M0 0h24v24H0z');
  });

  it('is hidden from screen readers', async () => {
    expect((await render('call')).element.getAttribute('aria-hidden')).toBe('true');
  });
});
