import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import type { MediatelAlert } from '../../alerts/alert';
import { type CountedAlerts, countAlerts } from '../../alerts/alert-groups';
import { type AlertLevel, levelOf } from '../../alerts/alert-level';
import { OperatorAlerts } from '../../alerts/operator-alerts';
import { HubHearing } from '../../hub/hub-hearing';

/** The most urgent open alert of an operator. */
export interface Attention {
  /** The alert. */
  readonly alert: MediatelAlert;
  /** How urgent it is. */
  readonly level: AlertLevel;
}

const nobody: ReadonlyMap<string, Attention> = new Map();

/**
 * The operators with an open alert: neither taken nor snoozed.
 *
 * Without the hub, alerts are not known. The last known ones stay, so that the board keeps its order; `isKnown` says so.
 */
@Injectable({ providedIn: 'root' })
export class OperatorAttention {
  readonly #alerts = inject(OperatorAlerts);
  readonly #present = computed((): ReadonlyMap<string, Attention> => {
    const thresholds = this.#alerts.thresholds();
    const found = new Map<string, Attention>();
    for (const { alert } of this.#alerts.open()) {
      const level = levelOf(alert, thresholds);
      // The most urgent one comes first.
      if (!found.has(alert.operator)) found.set(alert.operator, { alert, level });
    }
    return found.size === 0 ? nobody : found;
  });

  /** Whether the alerts are those of now. */
  readonly isKnown = inject(HubHearing).isHeard;

  /** The most urgent open alert of each operator who has one. */
  readonly byOperator = linkedSignal<
    { readonly present: ReadonlyMap<string, Attention>; readonly isKnown: boolean },
    ReadonlyMap<string, Attention>
  >({
    source: () => ({ present: this.#present(), isKnown: this.isKnown() }),
    computation: ({ present, isKnown }, before) => (isKnown || !before ? present : before.value),
  }).asReadonly();

  /** The alerts of `byOperator` by kind, the most urgent kind first. */
  readonly groups = computed((): readonly CountedAlerts[] =>
    countAlerts(
      Array.from(this.byOperator().values(), ({ alert }) => alert),
      this.#alerts.thresholds(),
    ),
  );
}
