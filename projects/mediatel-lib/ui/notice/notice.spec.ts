import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MediatelNoticeHarness } from 'mediatel-lib/testing';
import { MediatelNotice } from './notice';

async function render(inputs: Readonly<Record<string, unknown>>) {
  const fixture = TestBed.createComponent(MediatelNotice);
  const set = (values: Readonly<Record<string, unknown>>): void =>
    Object.entries(values).forEach(([name, value]) => fixture.componentRef.setInput(name, value));
  set(inputs);
  let presses = 0;
  fixture.componentInstance.acted.subscribe(() => (presses += 1));
  const notice = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelNoticeHarness);
  return { element: fixture.nativeElement as HTMLElement, notice, set, presses: () => presses };
}

describe('MediatelNotice', () => {
  it.each([
    ['error', 'alert'],
    ['warning', 'status'],
    ['info', 'status'],
  ])('with the tone %s has the role %s', async (tone, role) => {
    const { element } = await render({ words: 'Not registered', tone });
    expect(element.getAttribute('role')).toBe(role);
  });

  it('has a button only when there is something to do', async () => {
    const { notice, set, presses } = await render({ words: 'Not registered' });
    expect([await notice.words(), await notice.action()]).toEqual(['Not registered', null]);
    set({ action: 'Try now' });
    expect(await notice.action()).toBe('Try now');
    await notice.press();
    expect(presses()).toBe(1);
  });

  it('unfolds its detail, and folds it when another notice comes', async () => {
    const { element, notice, set } = await render({ words: 'Not registered', detail: '503' });
    expect(element.querySelector('.detail')).toBeNull();
    expect(await notice.detail()).toBe('503');
    set({ detail: '408' });
    await notice.words();
    expect(element.querySelector('.detail')).toBeNull();
    expect(await notice.detail()).toBe('408');
  });

  it('unfolds words that are too long to be shown whole', async () => {
    const { notice, set } = await render({ words: 'a'.repeat(70) });
    expect(await notice.detail()).toBeNull();
    set({ words: 'a'.repeat(71), detail: '503' });
    expect(await notice.detail()).toContain('a'.repeat(71));
    expect(await notice.detail()).toContain('503');
  });
});
