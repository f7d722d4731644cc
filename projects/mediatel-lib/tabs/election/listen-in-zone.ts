import type { NgZone } from '@angular/core';
import type { TabRole } from './next-tab-role';
import type { TabLinkListener } from './leader-election';

/** Whether only a count or a term differs: nothing that anybody is shown. */
const isSamePlace = (a: TabRole, b: TabRole): boolean =>
  a.status === b.status && (a.status !== 'following' || b.status !== 'following' || a.leader === b.leader);

/**
 * Hears of the tabs in Angular's zone, where there is something to hear, and lets their timers and small talk run outside of it.
 *
 * Tabs ask each other several times a second: in a host with zone.js each question would check the whole page.
 */
export const listenInZone = (
  zone: Pick<NgZone, 'run' | 'runOutsideAngular'>,
  listener: Omit<TabLinkListener, 'outside'>,
): TabLinkListener => ({
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
