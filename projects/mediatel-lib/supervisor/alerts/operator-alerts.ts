import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { AlertAcknowledgement } from 'mediatel-lib/hub-protocol';
import { type MediatelAlert, type AlertMemory, findAlerts } from './alert';
import { type AlertSettings, loadAlertSettings, saveAlertSettings } from './alert-settings';
import { MEDIATEL_ALERT_THRESHOLDS, type AlertThresholdChanges, withChanges } from './alert-thresholds';
import { BoardTick } from '../hub/board-tick';
import { MediatelOperators } from '../hub/operators';
import { HubClient } from '../hub/hub-client';

/** An alert with who has taken it on. */
export interface ShownAlert {
  readonly alert: MediatelAlert;
  readonly acknowledged: AlertAcknowledgement | null;
}

const none: readonly MediatelAlert[] = [];

/** The alerts of everybody on the board, as of the last tick: without a connection to the hub, none. */
@Injectable({ providedIn: 'root' })
export class OperatorAlerts {
  readonly #operators = inject(MediatelOperators);
  readonly #tick = inject(BoardTick);
  readonly #hub = inject(HubClient);
  readonly #host = inject(MEDIATEL_ALERT_THRESHOLDS);
  readonly #settings = signal(loadAlertSettings());
  readonly #found = signal(none);
  #memory: AlertMemory = new Map();

  readonly settings = this.#settings.asReadonly();
  readonly thresholds = computed(() => withChanges(this.#host, this.#settings().changes));

  /** Those not put aside, the longest first. */
  readonly all = computed((): readonly ShownAlert[] => {
    const acknowledged = new Map<string, AlertAcknowledgement>(
      this.#hub.acknowledgements().map((one) => [`${one.operator} ${one.condition}`, one]),
    );
    const { snoozed } = this.#settings();
    const now = this.#tick.now() ?? 0;
    return this.#found()
      .filter(({ id }) => (snoozed[id] ?? 0) <= now)
      .map((alert) => ({ alert, acknowledged: acknowledged.get(alert.id) ?? null }));
  });

  /** Those that nobody has taken on. */
  readonly open = computed(() => this.all().filter(({ acknowledged }) => acknowledged === null));

  constructor() {
    effect(() => {
      this.#tick.now();
      this.thresholds();
      this.#hub.status();
      untracked(() => this.#look());
    });
  }

  change(changes: Partial<AlertSettings>): void {
    this.#settings.update((settings) => ({ ...settings, ...changes }));
    saveAlertSettings(this.#settings());
  }

  changeThresholds(changes: AlertThresholdChanges): void {
    const { changes: before } = this.#settings();
    this.change({
      changes: {
        ...before,
        ...changes,
        states: { ...before.states, ...changes.states },
        pauses: { ...before.pauses, ...changes.pauses },
      },
    });
  }

  /** Puts an alert aside, for oneself alone. */
  snooze({ id }: MediatelAlert, seconds: number): void {
    const now = this.#tick.now() ?? 0;
    const still = Object.entries(this.#settings().snoozed).filter(([, until]) => until > now);
    this.change({ snoozed: { ...Object.fromEntries(still), [id]: now + seconds * 1000 } });
  }

  /** Takes an alert on, for all who watch the team to see; `false`: it was over; `null`: the hub does not answer. */
  acknowledge({ operator, condition }: MediatelAlert): Promise<boolean | null> {
    return this.#hub.acknowledge(operator, condition);
  }

  #look(): void {
    const now = this.#tick.now();
    // Of yesterday's picture nothing can be said; the board tells that the hub is away.
    if (now === null || this.#hub.status() !== 'connected') return this.#found.set(none);
    const watched = Array.from(this.#operators.all(), (entry) => ({
      record: entry.record(),
      confirmedAt: entry.confirmedAt(),
    }));
    const { alerts, memory } = findAlerts(watched, now, this.thresholds(), this.#memory);
    this.#memory = memory;
    this.#found.set(alerts);
  }
}
