import type { Signal } from '@angular/core';
import type { OwnCall } from './own-call';

/**
 * The operator's own calls of the day.
 *
 * A host may provide its own. Otherwise the desk keeps them (`KeptOwnCalls`, loaded when the desk is shown).
 */
export abstract class OwnCalls {
  /** The calls, the newest last. */
  abstract readonly calls: Signal<readonly OwnCall[]>;
}
