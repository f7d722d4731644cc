import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MediatelKeypadHarness } from 'mediatel-lib/testing';
import { MediatelIntl } from '../intl/mediatel-intl';
import { MediatelKeypad } from './keypad';

async function render() {
  const fixture = TestBed.createComponent(MediatelKeypad);
  const digits: string[] = [];
  fixture.componentInstance.digit.subscribe((digit) => digits.push(digit));
  const keypad = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelKeypadHarness);
  return { element: fixture.nativeElement as HTMLElement, keypad, digits };
}

describe('MediatelKeypad', () => {
  it('emits each of its twelve keys, once', async () => {
    const { keypad, digits } = await render();
    await keypad.press('1234567890*#');
    expect(digits.join('')).toBe('1234567890*#');
  });

  it.each([
    ['en', '2ABC 0+'],
    ['uk', '2 0+'],
    ['ru', '2 0+'],
    ['not a tag', '2ABC 0+'],
  ])('has letters in languages that are written with them: %s', async (language, shown) => {
    await TestBed.inject(MediatelIntl).setLanguage({ language });
    const { element } = await render();
    const keys = element.querySelectorAll('button');
    expect([keys[1], keys[10]].map((key) => key?.textContent.replace(/\s/g, '')).join(' ')).toBe(shown);
  });

  it('names itself and every key for screen readers', async () => {
    const { element } = await render();
    expect([element.getAttribute('role'), element.getAttribute('aria-label')]).toEqual(['group', 'Keypad']);
    const names = [...element.querySelectorAll('button')].map((key) => key.getAttribute('aria-label'));
    expect(new Set(names).size).toBe(12);
    expect(names).not.toContain(null);
  });
});
