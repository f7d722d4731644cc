import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Session } from '../session/session';
import { type TourEvent, nextTour, noTour } from './next-tour';
import { tourMemory } from './tour-memory';
import { injectTourSights } from './tour-sights';
import { obstacleOf } from './tour-situation';
import { tourStepNames } from './tour-step';

/** The signed-in operator's first shift in ten steps: kept in this browser, and moved on by what happens on the desk. */
@Injectable({ providedIn: 'root' })
export class Tour {
  readonly #memory = tourMemory(inject(Session).user()?.login ?? '');
  readonly #sights = injectTourSights();
  readonly #state = signal(this.#memory.read(noTour));

  readonly state = this.#state.asReadonly();
  readonly situation = this.#sights.situation;
  /** Whether a call could come and reach the phone. */
  readonly isReachable = computed(() => this.#sights.lasting().includes('available'));
  /** What must be done before the step can go on; `null` if nothing. */
  readonly obstacle = computed(() => {
    const { step, seen } = this.#state();
    return obstacleOf(step, seen, this.situation());
  });
  /** The present step's place, from 1. */
  readonly place = computed(() => tourStepNames.indexOf(this.#state().step) + 1);

  constructor() {
    effect(() => {
      const sights = this.#sights.lasting();
      // After a step the same sights are compared with the next one.
      this.#state();
      untracked(() => this.#apply({ type: 'saw', sights, at: Date.now() }));
    });
    this.#sights.moments.pipe(takeUntilDestroyed()).subscribe((moment) => {
      this.#apply({ type: 'saw', sights: [moment, ...this.#sights.lasting()], at: Date.now() });
    });
    // The operator's other tabs show the same tour.
    this.#memory.watch(() => this.#state.set(this.#memory.read(noTour)));
  }

  /** Begins, goes on after `leave`, or begins again after the end. */
  start(): void {
    this.#apply({ type: 'start' });
  }

  skipStep(): void {
    this.#apply({ type: 'skip', at: Date.now() });
  }

  /** Skips the tour as a whole; `start` goes on with the same step. */
  leave(): void {
    this.#apply({ type: 'leave' });
  }

  #apply(event: TourEvent): void {
    const before = this.#state();
    const after = nextTour(before, event);
    if (after === before) return;
    this.#state.set(after);
    this.#memory.write(after);
  }
}
