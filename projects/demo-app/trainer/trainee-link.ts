import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { TraineeState } from '../../training-kit';
import { TrainingLine } from './training-line';

const nobody: TraineeState = { ears: [], run: null };

/** What the training server tells an operator’s own tab: who listens, and how far the own run is. */
@Injectable()
export class TraineeLink {
  readonly #state = signal(nobody);
  /** Who listens to this operator's calls, and this operator's run. Without a connection: nobody can listen. */
  readonly state = this.#state.asReadonly();

  constructor() {
    const line = new TrainingLine('trainee', {
      // The server closes every ear of an operator whose tabs are gone. A short loss keeps them, so they stay shown.
      connected: () => undefined,
      heard: (event, data) => {
        if (event === 'state') this.#state.set(data as TraineeState);
      },
    });
    inject(DestroyRef).onDestroy(() => line.close());
  }
}
