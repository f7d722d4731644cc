import { DestroyRef, ErrorHandler, Injectable, inject, signal } from '@angular/core';
import type { Action } from '@ngrx/store';
import { MEDIATEL_CONFIG, MEDIATEL_TIMERS } from 'mediatel-lib/ports';
import { type Observable, Subscription } from 'rxjs';
import { type MediatelOutcome, refused, unanswered } from './command-outcome';

/** The longest wait (ms) for an outcome, besides four times `commandTimeout`: a dial's check and the way to another tab. */
const longestWait = 15_000;

interface Wait {
  readonly resolve: (outcome: MediatelOutcome) => void;
  readonly following: Subscription;
}

/**
 * Connects each action whose outcome a host awaits with the effects that execute it.
 *
 * An action is recognised by its identity: two equal commands given at once have an outcome each. Every wait ends once.
 */
@Injectable({ providedIn: 'root' })
export class CommandReceipts {
  /** By the action, or by the request itself where no action stands for it. */
  readonly #waits = new Map<object, Wait>();
  readonly #count = signal(0);
  readonly #timers = inject(MEDIATEL_TIMERS);
  readonly #errors = inject(ErrorHandler);
  readonly #limit = longestWait + 4 * inject(MEDIATEL_CONFIG).commandTimeout;
  #isClosed = false;

  /** How many outcomes are awaited. */
  readonly pending = this.#count.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#isClosed = true;
      for (const action of [...this.#waits.keys()]) this.settle(action, refused({ reason: 'page-closed' }));
    });
  }

  /** Dispatches the action by `give` and resolves with its outcome. Never rejects. */
  outcomeOf(action: Action, give: () => void): Promise<MediatelOutcome> {
    return this.#wait(action, (following) => {
      // The effects could fail: then the wait still ends.
      following.add(
        this.#timers.schedule(() => {
          this.settle(action, unanswered);
        }, this.#limit),
      );
      give();
    });
  }

  /** Resolves like the request, or earlier if the application is destroyed. A request that rejects is reported: unanswered. */
  outcomeOfRequest(request: () => Promise<MediatelOutcome>): Promise<MediatelOutcome> {
    return this.#wait(request, () => {
      request().then(
        (outcome) => {
          this.settle(request, outcome);
        },
        (error: unknown) => {
          this.#errors.handleError(error);
          this.settle(request, unanswered);
        },
      );
    });
  }

  #wait(key: object, begin: (following: Subscription) => void): Promise<MediatelOutcome> {
    if (this.#isClosed) return Promise.resolve(refused({ reason: 'page-closed' }));
    return new Promise((resolve) => {
      const following = new Subscription();
      this.#waits.set(key, { resolve, following });
      this.#count.set(this.#waits.size);
      begin(following);
    });
  }

  /** Follows the observable, whose first value is the action's outcome. Does nothing if nobody awaits it. */
  follow(action: Action, outcome: Observable<MediatelOutcome>): void {
    const wait = this.#waits.get(action);
    if (wait === undefined) return;
    const following = outcome.subscribe((value) => {
      this.settle(action, value);
    });
    wait.following.add(following);
  }

  /** Ends the wait for the action, if there is one. */
  settle(action: object, outcome: MediatelOutcome): void {
    const wait = this.#waits.get(action);
    if (wait === undefined) return;
    this.#waits.delete(action);
    this.#count.set(this.#waits.size);
    wait.following.unsubscribe();
    wait.resolve(outcome);
  }
}
