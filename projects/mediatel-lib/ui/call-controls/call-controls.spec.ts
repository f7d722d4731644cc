import { TestBed } from '@angular/core/testing';
import { MediatelCallControls } from './call-controls';

async function render(inputs: Readonly<Record<string, unknown>> = {}) {
  const fixture = TestBed.createComponent(MediatelCallControls);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const asked: string[] = [];
  fixture.componentInstance.mute.subscribe((wanted) => asked.push(`mute ${wanted}`));
  fixture.componentInstance.hold.subscribe((wanted) => asked.push(`hold ${wanted}`));
  const button = (name: string): HTMLButtonElement =>
    (fixture.nativeElement as HTMLElement).querySelector<HTMLButtonElement>(`.${name}`)!;
  return { fixture, asked, button };
}

describe('MediatelCallControls', () => {
  it('emits the wanted value and changes nothing on its own', async () => {
    const { asked, button } = await render();
    button('mute').click();
    button('hold').click();
    expect(asked).toEqual(['mute true', 'hold true']);
    expect(button('mute').textContent.trim()).toBe('Mute');
  });

  it('offers to switch off what is on', async () => {
    const { asked, button } = await render({ muted: true, held: true });
    expect(button('mute').textContent.trim()).toBe('Unmute');
    expect(button('hold').textContent.trim()).toBe('Resume');
    button('mute').click();
    expect(asked).toEqual(['mute false']);
  });

  it('does nothing while disabled, and says why', async () => {
    const { asked, button } = await render({ holdReason: 'Mediatel does not allow “Hold” now' });
    button('hold').click();
    expect(asked).toEqual([]);
    expect(button('hold').getAttribute('aria-disabled')).toBe('true');
    const description = document.getElementById(button('hold').getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toBe('Mediatel does not allow “Hold” now');
  });

  it('offers a note only when it would be kept', async () => {
    expect((await render()).button('note')).toBeNull();
    expect((await render({ notes: true })).button('note')).not.toBeNull();
  });
});
