import { TestBed } from '@angular/core/testing';
import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MatSelectHarness } from '@angular/material/select/testing';
import { MediatelDialer } from './dialer';
import { PhoneNumbers } from './phone-numbers';

async function render(inputs: Readonly<Record<string, unknown>> = {}) {
  await TestBed.inject(PhoneNumbers).load();
  const fixture = TestBed.createComponent(MediatelDialer);
  for (const [name, value] of Object.entries({ queues: ['DM_Banks', 'DM_MFO_1'], ...inputs })) {
    fixture.componentRef.setInput(name, value);
  }
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const field = element.querySelector('input')!;
  const loader: HarnessLoader = TestbedHarnessEnvironment.loader(fixture);
  return { fixture, dialer: fixture.componentInstance, element, field, loader };
}

/** jsdom has no clipboard events. */
function paste(field: HTMLInputElement, text: string): void {
  const event = new Event('paste', { cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  field.dispatchEvent(event);
}

function write(field: HTMLInputElement, value: string, caret = value.length): void {
  field.value = value;
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(new Event('input'));
}

describe('Dialer', () => {
  it('formats a typed number, and emits it without the spaces', async () => {
    const { dialer, field } = await render();
    write(field, '0661234567');
    expect(field.value).toBe('066 123 45 67');
    expect(dialer.number()).toBe('0661234567');
  });

  it.each([
    ['38066123456789012345', '380 661 234 567 890 123 45'],
    ['+48221234567', '+48 22 123 45 67'],
    ['10023', '10023'],
  ])('shows %s as %s', async (number, shown) => {
    const { field } = await render({ number });
    expect(field.value).toBe(shown);
  });

  it('takes the number out of pasted text', async () => {
    const { fixture, dialer, field } = await render();
    paste(field, '  тел. +380 (66) 123-45-67 ');
    await fixture.whenStable();
    expect(dialer.number()).toBe('+380661234567');
    expect(field.value).toBe('+380 66 123 45 67');
  });

  it('pastes into the middle of a typed number', async () => {
    const { dialer, field } = await render();
    write(field, '0667', 3);
    paste(field, '12 34');
    expect(dialer.number()).toBe('06612347');
  });

  it('keeps the caret where the operator edits', async () => {
    const { field } = await render();
    write(field, '0661234567');
    write(field, '0669 123 45 67', 4);
    expect(field.value.slice(0, field.selectionStart ?? 0).replace(/\D/g, '')).toBe('0669');
  });

  it('ignores letters', async () => {
    const { dialer, field } = await render();
    write(field, '066');
    write(field, '066a');
    expect(field.value).toBe('066');
    expect(dialer.number()).toBe('066');
  });

  it('dials by the keypad, and erases', async () => {
    const { fixture, dialer, element } = await render();
    element.querySelector<HTMLElement>('[aria-label="Digit 1"]')?.click();
    element.querySelector<HTMLElement>('[aria-label="Digit 0"]')?.click();
    await fixture.whenStable();
    expect(dialer.number()).toBe('10');
    element.querySelector<HTMLElement>('[aria-label="Erase the last digit"]')?.click();
    expect(dialer.number()).toBe('1');
  });

  it('calls by Enter and clears by Esc', async () => {
    const { dialer, field } = await render({ number: '103' });
    const entered: string[] = [];
    dialer.entered.subscribe(() => entered.push(dialer.number()));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
    expect(entered).toEqual(['103']);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(dialer.number()).toBe('');
  });

  it.each([
    ['0661234567', ''],
    ['06612345', 'The number looks incomplete'],
    ['38066123456789012345', 'Not a usual number for this country'],
    ['1002', ''],
    ['*101#', ''],
  ])('says of %s: “%s”', async (number, hint) => {
    const { element } = await render({ number });
    expect(element.querySelector('.hint')?.textContent).toBe(hint);
  });

  it('offers the queues, the first one chosen', async () => {
    const { dialer, loader } = await render();
    const select = await loader.getHarness(MatSelectHarness);
    expect(await select.getValueText()).toBe('DM_Banks');
    await select.clickOptions({ text: 'DM_MFO_1' });
    expect(dialer.queue()).toBe('DM_MFO_1');
  });

  it('fills in a recent number, and calls it by the next press, not by a double click', async () => {
    const { fixture, dialer, element } = await render({ recent: ['0667654321', '102'] });
    const entered: string[] = [];
    dialer.entered.subscribe(() => entered.push(dialer.number()));
    const [button] = element.querySelectorAll<HTMLElement>('li button');
    const press = async (detail: number): Promise<void> => {
      button?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
      await fixture.whenStable();
    };
    expect(button?.getAttribute('aria-label')).toBe('Use 066 765 43 21 again');
    await press(1);
    await press(2);
    expect([dialer.number(), entered]).toEqual(['0667654321', []]);
    expect(button?.getAttribute('aria-label')).toBe('Call: 066 765 43 21');
    await press(1);
    expect(entered).toEqual(['0667654321']);
  });

  it.each([
    { key: 'Tab', repeat: false, isLost: false },
    { key: 'Tab', repeat: true, isLost: false },
    { key: 'Enter', repeat: false, isLost: false },
    { key: 'Enter', repeat: true, isLost: true },
  ])('leaves the browser $key at a recent number unless it would call by repeating: $repeat', async (press) => {
    const { element } = await render({ recent: ['0667654321'] });
    const { isLost, ...init } = press;
    const event = new KeyboardEvent('keydown', { ...init, cancelable: true });
    element.querySelector('li button')!.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(isLost);
  });

  it('says when a recent number was called', async () => {
    const { element } = await render({
      recent: ['102', '103'],
      agoOf: (number: string) => (number === '102' ? '12 min ago' : null),
    });
    expect([...element.querySelectorAll('li')].map((row) => row.textContent.trim())).toEqual(['10212 min ago', '103']);
  });

  it('counts Enter held down once', async () => {
    const { dialer, field } = await render({ number: '103' });
    const entered: string[] = [];
    dialer.entered.subscribe(() => entered.push(dialer.number()));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', repeat: true, cancelable: true }));
    expect(entered).toEqual([]);
  });

  it('says that there is nothing to choose from', async () => {
    const { element } = await render({ queues: [] });
    expect(element.textContent).toContain('No queue for outgoing calls');
    expect(element.textContent).toContain('Numbers you call appear here');
  });
});
