import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Store } from '@ngrx/store';
import { englishLabels } from 'mediatel-lib/ui';
import { BehaviorSubject, distinctUntilChanged } from 'rxjs';
import { TransientLabel } from './transient-label';

function render() {
  const states = new BehaviorSubject('STATE_HOLD');
  const select = () => states.pipe(distinctUntilChanged());
  TestBed.configureTestingModule({ providers: [TransientLabel, { provide: Store, useValue: { select } }] });
  const momentary = TestBed.inject(TransientLabel);
  return { see: (state: string) => states.next(state), words: () => momentary.words(englishLabels) };
}

describe('passing states', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('are shown for a moment, though Mediatel keeps sending one', () => {
    const { see, words } = render();
    see('STATE_MUTE');
    expect(words()).toBe('sound');
    jest.advanceTimersByTime(1000);
    // The next snapshot has the same state.
    see('STATE_MUTE');
    jest.advanceTimersByTime(1000);
    expect(words()).toBeNull();
  });

  it('are shown equally long when the next state comes at once', () => {
    const { see, words } = render();
    see('STATE_DIALPAD');
    see('STATE_CALL_ACTIVE');
    expect(words()).toBe('keys');
    jest.advanceTimersByTime(1500);
    expect(words()).toBeNull();
  });

  it('are shown as long as they last, if they are a second call on hold', () => {
    const { see, words } = render();
    see('STATE_HOLD_MAKECALL_PROGRESS');
    jest.advanceTimersByTime(60_000);
    expect(words()).toBe('calling another');
    see('STATE_HOLD');
    jest.advanceTimersByTime(0);
    expect(words()).toBeNull();
  });
});
