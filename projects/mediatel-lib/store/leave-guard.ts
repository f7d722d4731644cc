import { inject } from '@angular/core';
import type { ReloadObstacle } from './facade/reload-safety';
import { Mediatel } from './mediatel';

/** What `mediatelLeaveGuard` does where something would be lost. */
export interface LeaveGuardOptions {
  /** The reasons that keep the route. Default: all. */
  readonly keptBy?: readonly ReloadObstacle[];
  /**
   * Decides whether the route is left all the same: says why not, or asks the operator. It runs in an injection context.
   *
   * Default: the route stays.
   */
  readonly ask?: (reason: ReloadObstacle) => boolean | Promise<boolean>;
}

/**
 * A guard of Angular's router, for `canDeactivate` or `canMatch`: a route is left when nothing would be lost, as
 * `Mediatel.safeToReload` says.
 *
 * It needs no router of its own. On a server it lets everything pass.
 */
export function mediatelLeaveGuard({ keptBy, ask = () => false }: LeaveGuardOptions = {}): () =>
  boolean | Promise<boolean> {
  return () => {
    const safety = inject(Mediatel).safeToReload();
    if (safety.safe || keptBy?.includes(safety.reason) === false) return true;
    return ask(safety.reason);
  };
}
