import type { NgZone } from '@angular/core';
import type { TabRole } from './next-tab-role';
import type { LeaderElectionListener } from './leader-election';

/** Whether only a counter or a term differs, which the page does not show. */
const isSamePlace = (a: TabRole, b: TabRole): boolean =>
  a.status === b.status && (a.status !== 'following' || b.status !== 'following' || a.leader === b.leader);

/**
 * Reports what matters in Angular's zone. Timers and the tabs' regular questions run outside of it.
 *
 * Tabs ask each other several times a second. In a host with zone.js, each question would check the whole page.
 */
export const listenInZone = (
  zone: Pick<NgZone, 'run' | 'runOutsideAngular'>,
  listener: Omit<LeaderElectionListener, 'outside'>,
): LeaderElectionListener => ({
  inCall: () => listener.inCall(),
  outside: (run) => {
    zone.runOutsideAngular(run);
  },
  changed: (role, before) => {
    if (isSamePlace(role, before)) listener.changed(role, before);
    else zone.run(() => listener.changed(role, before));
  },
  heard: (message, from, shift, age) => {
    if (message.type !== 'ask' && message.type !== 'here') zone.run(() => listener.heard(message, from, shift, age));
  },
});
