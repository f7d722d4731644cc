import { makeEnvironmentProviders } from '@angular/core';
import { type CallSlots, MEDIATEL_CALL_SLOTS } from 'mediatel-lib/store';
import type { MediatelFeature } from './with-supervisor-feed';

/**
 * Shows components of the host in the desk's call panel: before a call is answered, during it, and in its after-call work.
 *
 * Each component gets the call as its input `call`. If one throws, a word stands in its place until the next call, the error
 * goes to the `ErrorHandler` once, and the desk works on.
 */
export function withCallSlots(slots: CallSlots): MediatelFeature {
  return { providers: makeEnvironmentProviders([{ provide: MEDIATEL_CALL_SLOTS, useValue: slots }]) };
}
