import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { preloadEffects } from 'mediatel-lib/store';
import { StoreHarness } from 'mediatel-lib/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import { CallsPage } from './calls-page';
import type { OwnCall } from './own-call';
import { OwnCalls } from './own-calls';

beforeAll(preloadEffects);

const call: OwnCall = {
  callTraceID: '7',
  number: '0661234501',
  queueName: null,
  direction: 'incoming',
  seenAt: 0,
  activeSince: null,
  endedAt: null,
  codes: ['Promised', 'Calls back'],
  isUnconfirmed: true,
};

function clipboard(value: Partial<Clipboard> | undefined): void {
  Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
}

async function opened(calls: readonly OwnCall[] = [call]) {
  const store = new StoreHarness({}, [{ provide: OwnCalls, useValue: { calls: signal(calls) } }]);
  await TestBed.inject(MediatelIntl).loadViews();
  const fixture = TestBed.createComponent(CallsPage);
  await fixture.whenStable();
  const button = (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('button[matIconButton]')!;
  return {
    store,
    fixture,
    recordings: () => (fixture.nativeElement as HTMLElement).querySelectorAll('mediatel-recording-player').length,
    press: async (): Promise<string | null> => {
      button.click();
      await fixture.whenStable();
      return button.getAttribute('aria-label');
    },
  };
}

describe('unconfirmed codes of an own call', () => {
  afterEach(() => clipboard(undefined));

  it('are copied', async () => {
    const written: string[] = [];
    clipboard({ writeText: (text) => Promise.resolve(void written.push(text)) });
    const { press } = await opened();
    await press();
    expect(written).toEqual(['Promised, Calls back']);
  });

  it.each([
    ['the browser refuses', { writeText: () => Promise.reject(new Error('denied')) }],
    ['the page has no https', undefined],
  ])('are said not to be copied where %s', async (_why, value) => {
    clipboard(value);
    const { press } = await opened();
    expect(await press()).toBe('Not copied: the browser does not allow it');
  });
});

it('a recording is offered once its call is over', async () => {
  const { store, fixture, recordings } = await opened([{ ...call, activeSince: 1, endedAt: 2 }]);
  await store.signIn('STATE_CALL_ACTIVE', { callTraceID: call.callTraceID });
  await fixture.whenStable();
  expect(recordings()).toBe(0);
  store.snapshot('STATE_IDLE');
  await fixture.whenStable();
  expect(recordings()).toBe(1);
});

it.each([
  [9, '00:00, 9 sec'],
  [252, '00:00, 4 min 12 sec'],
])('%d s of a call are words, which nobody takes for a clock', async (seconds, words) => {
  const activeSince = new Date(2026, 0, 1).getTime();
  const { fixture } = await opened([{ ...call, activeSince, endedAt: activeSince + seconds * 1000 }]);
  const when = (fixture.nativeElement as HTMLElement).querySelector('.when')?.textContent ?? '';
  expect(when.replaceAll('\u00a0', ' ').trim()).toBe(words);
});
