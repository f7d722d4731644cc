import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { englishLabels } from 'mediatel-lib/ui';
import { Momentary } from './momentary';
import { Operator } from './operator';

function render() {
  const agent = signal({ state: 'STATE_HOLD' });
  TestBed.configureTestingModule({ providers: [Momentary, { provide: Operator, useValue: { agent } }] });
  const momentary = TestBed.inject(Momentary);
  const see = (state: string): void => {
    agent.set({ state });
    TestBed.tick();
  };
  return { see, words: () => momentary.words(englishLabels) };
}

describe('states that pass by', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('are shown for a moment, though Mediatel goes on naming one', () => {
    const { see, words } = render();
    see('STATE_MUTE');
    expect(words()).toBe('sound');
    jest.advanceTimersByTime(1000);
    // The next snapshot says nothing new.
    see('STATE_MUTE');
    jest.advanceTimersByTime(1000);
    expect(words()).toBeNull();
  });

  it('are shown for as long even where the next state comes at once', () => {
    const { see, words } = render();
    see('STATE_DIALPAD');
    see('STATE_CALL_ACTIVE');
    expect(words()).toBe('keys');
    jest.advanceTimersByTime(1500);
    expect(words()).toBeNull();
  });

  it('are shown as long as they last where they do: a second call on hold', () => {
    const { see, words } = render();
    see('STATE_HOLD_MAKECALL_PROGRESS');
    jest.advanceTimersByTime(60_000);
    expect(words()).toBe('calling another');
    see('STATE_HOLD');
    jest.advanceTimersByTime(0);
    expect(words()).toBeNull();
  });
});
