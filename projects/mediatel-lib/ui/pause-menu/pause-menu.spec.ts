import { OverlayContainer } from '@angular/cdk/overlay';
import { TestBed } from '@angular/core/testing';
import { MediatelPauseMenu } from './pause-menu';

async function render(inputs: Readonly<Record<string, unknown>> = {}) {
  const fixture = TestBed.createComponent(MediatelPauseMenu);
  const pauses = [
    { id: '6', name: 'Survey' },
    { id: '1', name: 'Lunch' },
  ];
  for (const [name, value] of Object.entries({ pauses, ...inputs })) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const taken: string[] = [];
  fixture.componentInstance.paused.subscribe((id) => taken.push(id));
  const button = (fixture.nativeElement as HTMLElement).querySelector('button')!;
  const overlay = TestBed.inject(OverlayContainer).getContainerElement();
  const open = async (): Promise<void> => {
    button.click();
    await fixture.whenStable();
  };
  return { fixture, button, overlay, open, taken };
}

describe('MediatelPauseMenu', () => {
  it('takes the chosen pause and closes', async () => {
    const { fixture, overlay, open, taken } = await render();
    await open();
    overlay.querySelectorAll<HTMLElement>('[role=option]')[1]?.click();
    await fixture.whenStable();
    expect(taken).toEqual(['1']);
    expect(overlay.querySelector('[role=listbox]')).toBeNull();
  });

  it('says why no pause can be taken, and does not open', async () => {
    const { button, overlay, open } = await render({ reason: 'Mediatel does not allow “Pause” now' });
    await open();
    expect(overlay.querySelector('[role=listbox]')).toBeNull();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    const description = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toBe('Mediatel does not allow “Pause” now');
  });

  it('is an arrow with a name as the second half of a primary action', async () => {
    const { button, open, overlay } = await render({ appearance: 'half', label: 'Save and pause' });
    expect(button.textContent.trim()).toBe('');
    expect(button.getAttribute('aria-label')).toBe('Save and pause');
    await open();
    expect(overlay.querySelectorAll('[role=option]')).toHaveLength(2);
  });

  it('says that there are no pauses', async () => {
    const { overlay, open } = await render({ pauses: [] });
    await open();
    expect(overlay.textContent).toContain('Mediatel offers no pauses');
  });
});
