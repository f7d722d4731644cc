import type { Signal } from '@angular/core';
import type { OwnCall } from './own-call';

/**
 * The operator's own calls of the day. A host that provides none has those that the desk keeps (`KeptOwnCalls`), whose code is
 * fetched once the desk is shown.
 */
export abstract class OwnCalls {
  /** The newest last. */
  abstract readonly calls: Signal<readonly OwnCall[]>;
}
