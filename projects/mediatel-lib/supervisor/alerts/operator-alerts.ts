import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { AlertAcknowledgement } from 'mediatel-lib/hub-protocol';
import type { AlertGroup } from 'mediatel-lib/ui';
import { type MediatelAlert, type AlertMemory, findAlerts } from './alert';
import { groupOf } from './alert-groups';
import { urgentFirst } from './alert-level';
import { type AlertSettings, loadAlertSettings, saveAlertSettings } from './alert-settings';
import { MEDIATEL_ALERT_THRESHOLDS, type AlertThresholdChanges, withChanges } from './alert-thresholds';
import { BoardTick } from '../hub/board-tick';
import { MediatelOperators } from '../hub/operators';
import { HubClient } from '../hub/hub-client';
import { HubHearing } from '../hub/hub-hearing';

/** An alert with its acknowledgement. */
export interface ShownAlert {
  /** The alert. */
  readonly alert: MediatelAlert;
  /** Who has taken it; `null` for nobody. */
  readonly acknowledged: AlertAcknowledgement | null;
}

const none: readonly MediatelAlert[] = [];

/** The alerts of all operators on the board, as of the last tick. There are none without a connection to the hub. */
@Injectable({ providedIn: 'root' })
export class OperatorAlerts {
  readonly #operators = inject(MediatelOperators);
  readonly #tick = inject(BoardTick);
  readonly #hub = inject(HubClient);
  readonly #hearing = inject(HubHearing);
  readonly #host = inject(MEDIATEL_ALERT_THRESHOLDS);
  readonly #settings = signal(loadAlertSettings());
  readonly #found = signal(none);
  readonly #group = signal<AlertGroup | null>(null);
  readonly #asked = signal<ReadonlySet<string>>(new Set());
  #memory: AlertMemory = new Map();

  /** The supervisor's settings. */
  readonly settings = this.#settings.asReadonly();
  /** The host's thresholds with the supervisor's changes. */
  readonly thresholds = computed(() => withChanges(this.#host, this.#settings().changes));

  /** The alerts that are not snoozed: the red ones first, of a level the longest first. */
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

  /** The alerts of `all` that nobody has taken. */
  readonly open = computed((): readonly ShownAlert[] => this.all().filter(({ acknowledged }) => acknowledged === null));

  /** The kind of alerts that is shown alone, on the board too; `null` for all. */
  readonly group = this.#group.asReadonly();
  /** Ids of the operators with an open alert of the chosen kind; `null` if no kind is chosen. */
  readonly chosen = computed((): ReadonlySet<string> | null => {
    const group = this.#group();
    if (group === null) return null;
    return new Set(this.open().flatMap(({ alert }) => (groupOf(alert) === group ? [alert.operator] : [])));
  });

  constructor() {
    effect(() => {
      this.#tick.now();
      this.thresholds();
      this.#hearing.isHeard();
      untracked(() => this.#findAlerts());
    });
  }

  /** Shows one kind of alerts alone; `null` for all. */
  choose(group: AlertGroup | null): void {
    this.#group.set(group);
  }

  /** Changes some of the settings, and stores them. */
  change(changes: Partial<AlertSettings>): void {
    this.#settings.update((settings) => ({ ...settings, ...changes }));
    saveAlertSettings(this.#settings());
  }

  /** Changes some of the thresholds, and stores them. */
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

  /** Hides an alert for some seconds, in this browser only. */
  snooze({ id }: MediatelAlert, seconds: number): void {
    const now = this.#tick.now() ?? 0;
    const still = Object.entries(this.#settings().snoozed).filter(([, until]) => until > now);
    this.change({ snoozed: { ...Object.fromEntries(still), [id]: now + seconds * 1000 } });
  }

  /** Whether the hub is being asked to let the supervisor take the alert. */
  isBeingTaken({ id }: MediatelAlert): boolean {
    return this.#asked().has(id);
  }

  /**
   * Takes an alert; everybody who watches the team sees it. `false` if it was over, `null` if the hub does not answer.
   *
   * `undefined` if the hub is being asked already: a second press does nothing.
   */
  async acknowledge({ id, operator, condition }: MediatelAlert): Promise<boolean | null | undefined> {
    if (untracked(this.#asked).has(id)) return undefined;
    this.#asked.update((asked) => new Set(asked).add(id));
    const isTaken = await this.#hub.acknowledge(operator, condition);
    this.#asked.update((asked) => new Set([...asked].filter((one) => one !== id)));
    return isTaken;
  }

  #findAlerts(): void {
    const now = this.#tick.now();
    // An old snapshot proves nothing. The board shows that the hub is unreachable.
    if (now === null || !this.#hearing.isHeard()) return this.#found.set(none);
    const watched = Array.from(this.#operators.all(), (entry) => ({
      record: entry.record(),
      confirmedAt: entry.confirmedAt(),
    }));
    const { alerts, memory } = findAlerts(watched, now, this.thresholds(), this.#memory);
    this.#memory = memory;
    this.#found.set(urgentFirst(alerts, this.thresholds()));
  }
}
