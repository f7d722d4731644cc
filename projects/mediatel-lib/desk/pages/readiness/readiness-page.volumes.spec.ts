import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { preloadEffects } from 'mediatel-lib/store';
import { ReadinessPageHarness, StoreHarness } from 'mediatel-lib/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import { ReadinessPage } from './readiness-page';

beforeAll(preloadEffects);
beforeEach(() => localStorage.clear());

describe('how loud the phone is', () => {
  async function opened(): Promise<{ readonly store: StoreHarness; readonly page: ReadinessPageHarness }> {
    const store = new StoreHarness();
    await store.signIn();
    await TestBed.inject(MediatelIntl).loadViews();
    const fixture = TestBed.createComponent(ReadinessPage);
    return { store, page: await TestbedHarnessEnvironment.harnessForFixture(fixture, ReadinessPageHarness) };
  }

  it('is not asked before the phone is there', async () => {
    const { page } = await opened();
    expect(await page.volumes()).toEqual([]);
  });

  it('is set for the voice and for the ringing', async () => {
    const { store, page } = await opened();
    store.softphone.plug(['Headset'], ['Headset']);
    expect(await page.volumes()).toEqual([
      ['Volume of the voice', '100%'],
      ['Volume of the ringing', '50%'],
    ]);
    await page.setVolume('Volume of the ringing', 0.8);
    await page.setVolume('Volume of the voice', 0.3);
    expect(store.softphone.executedOf('setVolume')).toEqual([
      { type: 'setVolume', use: 'ringer', volume: 0.8 },
      { type: 'setVolume', use: 'speaker', volume: 0.3 },
    ]);
    expect(await page.volumes()).toEqual([
      ['Volume of the voice', '30%'],
      ['Volume of the ringing', '80%'],
    ]);
    await TestBed.inject(MediatelIntl).setLanguage('uk');
    expect((await page.volumes()).map(([label]) => label)).toEqual(['Гучність голосу', 'Гучність сигналу']);
  });
});
