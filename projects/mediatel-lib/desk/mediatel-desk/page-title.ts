import { isPlatformBrowser } from '@angular/common';
import { DOCUMENT, DestroyRef, type Injector, NgZone, PLATFORM_ID, type Signal, computed, effect } from '@angular/core';
import { MediatelIntl, type MediatelLabels, formatDuration, secondsBetween, stateIconUrl } from 'mediatel-lib/ui';
import type { StateTimer } from '../state/state-timer';
import { DeskState } from './desk-state';
import { KeptTitle } from './kept-title';

/**
 * Tells the operator's state in the page's title and icon while `isOn`: `● 02:31 In a call · Your CRM`.
 *
 * It changes once a second while a timer runs, and otherwise with the state only.
 */
export function followPageTitle(injector: Injector, isOn: Signal<boolean>): void {
  const destroyed = injector.get(DestroyRef);
  // The desk may end before this part is loaded.
  if (destroyed.destroyed || !isPlatformBrowser(injector.get(PLATFORM_ID))) return;
  const state = injector.get(DeskState);
  const text = injector.get(MediatelIntl).labels;
  // Outside the zone: else a host with zone.js would check its application with each change of the title.
  const kept = injector.get(NgZone).runOutsideAngular(() => new KeptTitle(injector.get(DOCUMENT)));
  const words = computed(() => {
    const appearance = state.appearance();
    // Logged out, there is nothing to tell.
    if (!isOn() || appearance === 'loggedOut') return null;
    const timer = state.timer();
    const time = timer.startedAt === null ? '' : timeOf(timer, state.now(), text());
    const word = state.word() ?? text().appearance[appearance];
    return ['●', time, state.muted() ? `${text().muted} · ${word}` : word].filter(Boolean).join(' ');
  });
  effect(
    () => {
      const shown = words();
      if (shown === null) kept.restore();
      else kept.show(shown, stateIconUrl(state.look()));
    },
    { injector },
  );
  destroyed.onDestroy(() => kept.restore());
}

function timeOf({ startedAt, limit }: StateTimer, now: number, text: MediatelLabels): string {
  const seconds = secondsBetween(startedAt ?? now, now);
  if (limit?.kind !== 'left') return formatDuration(seconds);
  const left = limit.seconds - seconds;
  return left >= 0 ? text.left(formatDuration(left)) : text.over(formatDuration(-left));
}
