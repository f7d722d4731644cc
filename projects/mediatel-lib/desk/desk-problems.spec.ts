import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { preloadEffects } from 'mediatel-lib/store';
import { MediatelDeskHarness, StoreHarness } from 'mediatel-lib/testing';
import { MediatelDesk } from './mediatel-desk';

beforeAll(preloadEffects);

async function opened() {
  const store = new StoreHarness({}, [{ provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }]);
  const fixture = TestBed.createComponent(MediatelDesk);
  const desk = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelDeskHarness);
  return {
    store,
    desk,
    fixture,
    element: fixture.nativeElement as HTMLElement,
    words: async (): Promise<string | null> => (await (await desk.notice())?.words()) ?? null,
    detail: async (): Promise<string | null> => (await (await desk.notice())?.detail()) ?? null,
  };
}

describe('snapshots that can’t be read', () => {
  it('are said from the first on, until one is read', async () => {
    const { store, fixture, desk, words, detail } = await opened();
    await store.session.signIn();
    store.connect();
    store.connection.receive({ status: 'available' });
    await fixture.whenStable();
    expect(await words()).toBe('Mediatel sent something that this desk can’t read: what you see may be old');
    expect(await detail()).toContain('state should be the name of a state');
    store.snapshot('STATE_IDLE');
    await fixture.whenStable();
    expect(await words()).toBeNull();
    expect(await desk.state()).toBe('Available');
  });

  it('show but for the field that can’t be read, which is named under the check of the line', async () => {
    const { store, fixture, desk, element, words } = await opened();
    await store.signIn('STATE_IDLE', { holdQueue: [], callHistory: [{}, 7] });
    await fixture.whenStable();
    expect(await desk.state()).toBe('Available');
    expect(await words()).toBeNull();
    fixture.componentRef.setInput('page', 'readiness');
    await fixture.whenStable();
    await import('./readiness-page');
    await fixture.whenStable();
    const details = [...element.querySelectorAll('.detail')].map((part) => part.textContent.trim());
    expect(details).toEqual([
      expect.stringMatching(/^callHistory\[1\] .*object/) as string,
      'holdQueue should be a text, is a list',
    ]);
  });
});
