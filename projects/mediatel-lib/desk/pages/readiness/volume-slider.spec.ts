import { inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MEDIATEL_TIMERS } from 'mediatel-lib/ports';
import { FakeClock, StoreHarness } from 'mediatel-lib/testing';
import { VolumeSlider } from './volume-slider';

async function slider() {
  const store = new StoreHarness({}, [{ provide: MEDIATEL_TIMERS, useFactory: () => inject(FakeClock).timers }]);
  const fixture = TestBed.createComponent(VolumeSlider);
  fixture.componentRef.setInput('label', 'Voice');
  fixture.componentRef.setInput('volume', 0.5);
  const chosen: number[] = [];
  fixture.componentInstance.chosen.subscribe((volume) => chosen.push(volume));
  const element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  await fixture.whenStable();
  const input = element.querySelector('input')!;
  /** An arrow key: the browser moves the range by a step. */
  const up = async (): Promise<void> => {
    input.value = String(Math.round(10 * Number(input.value) + 1) / 10);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await fixture.whenStable();
  };
  const answer = async (volume: number): Promise<void> => {
    fixture.componentRef.setInput('volume', volume);
    await fixture.whenStable();
  };
  const said = (): readonly (string | null | undefined)[] => [
    element.querySelector('.volume')?.textContent,
    input.value,
    input.getAttribute('aria-valuetext'),
  ];
  return { store, fixture, chosen, up, answer, said };
}

it('three quick steps are three steps, though the answers come late', async () => {
  const { chosen, up, answer, said } = await slider();
  await up();
  await up();
  await answer(0.6);
  await up();
  await answer(0.7);
  await answer(0.8);
  expect([chosen, said()]).toEqual([
    [0.6, 0.7, 0.8],
    ['80%', '0.8', '80%'],
  ]);
});

it('a volume that the phone does not take is not shown for longer than a second', async () => {
  const { store, fixture, up, said } = await slider();
  await up();
  expect(said()).toEqual(['60%', '0.6', '60%']);
  store.clock.advance(1000);
  await fixture.whenStable();
  expect(said()).toEqual(['50%', '0.5', '50%']);
});
