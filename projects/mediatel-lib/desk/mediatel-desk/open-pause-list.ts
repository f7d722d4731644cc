import { afterNextRender, DestroyRef, effect, type Injector, type Signal, untracked } from '@angular/core';
import { MEDIATEL_CONFIG } from 'mediatel-lib/ports';
import type { MediatelPauseMenu } from 'mediatel-lib/ui';
import { MediatelOperator } from '../state/operator';

/**
 * Opens the list of pauses when the operator becomes available after a log-in or after a Force Pause, if the operator's
 * `ShowPopupPause` says so: who needs a pause takes it before the next call.
 *
 * Only while the person is at this page, and nobody types in the CRM.
 */
export function openPauseList(
  injector: Injector,
  menu: Signal<MediatelPauseMenu | undefined>,
  desk: HTMLElement,
): void {
  // The desk may end before this part is loaded.
  if (injector.get(DestroyRef).destroyed) return;
  const operator = injector.get(MediatelOperator);
  const config = injector.get(MEDIATEL_CONFIG);
  /** Whether the state before this one is one after which the list opens. `null` before the first known state. */
  let due: boolean | null = null;
  let isOurs = false;
  const show = (): void => {
    if (!isFree(desk) || operator.agent().pauseList.length === 0) return;
    menu()?.toggle(true);
    isOurs = true;
  };
  // A list that opened by itself must not lie over a call.
  const hide = (): void => {
    if (isOurs) menu()?.toggle(false);
    isOurs = false;
  };
  effect(
    () => {
      const { phase, known } = operator.agent();
      const isForced = operator.forcePause() !== null;
      if (!known) return;
      const isDue = due === true && phase === 'available';
      due = phase === 'loggedOut' || isForced;
      if (phase !== 'available') untracked(() => hide());
      if (!isDue || !untracked(() => config.operatorRules.opensPauseList)) return;
      afterNextRender(show, { injector });
    },
    { injector },
  );
}

function isFree(desk: HTMLElement): boolean {
  const { activeElement, body, visibilityState } = desk.ownerDocument;
  const isElsewhere = activeElement !== null && activeElement !== body && !desk.contains(activeElement);
  return visibilityState === 'visible' && !isElsewhere;
}
