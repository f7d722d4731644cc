import type { Provider } from '@angular/core';
import { StoreHarness } from 'mediatel-lib/testing';

/** An operator in a call that both Mediatel and the phone know. */
export async function inCall(providers: readonly Provider[] = []): Promise<StoreHarness> {
  const harness = new StoreHarness({}, providers);
  await harness.signIn('STATE_CALL_DELIVERED');
  harness.softphone.invite('a');
  harness.snapshot('STATE_CALL_ACTIVE');
  return harness;
}
