import { type EnvironmentProviders, makeEnvironmentProviders, signal } from '@angular/core';
import type { SafeReloadState } from 'mediatel-lib/store';
import { NewVersion } from '../version/new-version';

/** A build without a successor, until the global `stillVersion` is given the state of a take-over: for pictures of its strip. */
export function provideStillVersion(): EnvironmentProviders {
  const state = signal<SafeReloadState>({ status: 'none' });
  Object.assign(globalThis, { stillVersion: (wanted: SafeReloadState) => state.set(wanted) });
  // The account's menu names no build: each has another name, and pictures of the menu would differ.
  const still: Pick<NewVersion, 'own' | 'state' | 'check' | 'takeOver' | 'partMissing'> = {
    own: '',
    state,
    check: () => Promise.resolve(false),
    takeOver: () => undefined,
    partMissing: () => Promise.resolve(),
  };
  return makeEnvironmentProviders([{ provide: NewVersion, useValue: still }]);
}
