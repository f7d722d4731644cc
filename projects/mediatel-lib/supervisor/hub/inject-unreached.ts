import { type Signal, effect, inject, signal } from '@angular/core';
import { HubClient } from './hub-client';

/** How long a view waits for a word of the hub before it says that the hub is not reached (ms). */
const patience = 2_000;

/**
 * Whether the hub is awaited and has said nothing for 2 s. A connection takes 5 s to fail, a request 7 s: a supervisor
 * would look at an empty view for as long.
 */
export function injectUnreached(isAwaited: Signal<boolean>): Signal<boolean> {
  const { heardAt } = inject(HubClient);
  const isUnreached = signal(false);
  effect((onCleanup) => {
    // Each word begins the wait again.
    heardAt();
    if (!isAwaited()) return;
    const timer = setTimeout(() => isUnreached.set(true), patience);
    onCleanup(() => {
      clearTimeout(timer);
      isUnreached.set(false);
    });
  });
  return isUnreached.asReadonly();
}
