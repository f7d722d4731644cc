import { Injectable, effect, inject, untracked } from '@angular/core';
import { MediatelIntl } from 'mediatel-lib/ui';
import { HubHearing } from '../hub/hub-hearing';
import type { MediatelAlert } from './alert';
import { AlertAnnouncer, mayAnnounce } from './alert-announcer';
import { groupOf } from './alert-groups';
import { alertSentence } from './alert-sentence';
import { OperatorAlerts } from './operator-alerts';

/** Announces new alerts as long as a board is open, whether or not their list is shown. */
@Injectable()
export class AlertWatch {
  readonly #intl = inject(MediatelIntl);
  readonly #alerts = inject(OperatorAlerts);
  readonly #announcer = inject(AlertAnnouncer);
  readonly #hearing = inject(HubHearing);
  #areTextsLoaded = false;
  /** Ids of the alerts already known; `null` before the first snapshot, whose alerts are not announced. */
  #known: ReadonlySet<string> | null = null;
  #announcedAt: number | null = null;

  constructor() {
    // Without the texts there is nothing to announce. The board needs them too and shows the failure.
    void this.#intl.loadViews().then(
      () => (this.#areTextsLoaded = true),
      () => undefined,
    );
    effect(() => {
      const open = this.#alerts.open();
      untracked(() => this.#follow(open.map(({ alert }) => alert)));
    });
    // A kind without open alerts would leave the board empty, and nothing says which kind is chosen.
    effect(() => {
      const group = this.#alerts.group();
      if (group === null || !this.#hearing.isHeard()) return;
      const isOver = !this.#alerts.open().some(({ alert }) => groupOf(alert) === group);
      if (isOver) untracked(() => this.#alerts.choose(null));
    });
  }

  #follow(open: readonly MediatelAlert[]): void {
    const known = this.#known;
    if (known === null && open.length === 0) return;
    this.#known = new Set(open.map(({ id }) => id));
    const first = known && open.find(({ id }) => !known.has(id));
    if (!first || !this.#areTextsLoaded) return;
    const { sound, notices } = this.#alerts.settings();
    const now = performance.now();
    if ((!sound && !notices) || !mayAnnounce(this.#announcedAt, now)) return;
    this.#announcedAt = now;
    if (sound) void this.#announcer.sound();
    if (!notices) return;
    const sentence = alertSentence(first, this.#intl.viewLabels().alerts, this.#intl.labels().language);
    this.#announcer.notify(first.name, sentence);
  }
}
