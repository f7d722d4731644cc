import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { type AlertLabels, MediatelIntl } from 'mediatel-lib/ui';
import { MediatelOperators } from '../hub/operators';
import { type LimitPart, type LimitRow, limitChange, limitName, limitRows, limitText, unitOf } from './limit-row';
import { OperatorAlerts } from './operator-alerts';

const parts: readonly LimitPart[] = ['states', 'pauses', 'faults'];

/** The supervisor's thresholds of alerts: states, pauses, connection and sound. */
@Component({
  selector: 'mediatel-alert-settings',
  imports: [MatButton, MatFormField, MatInput, MatSuffix],
  templateUrl: './mediatel-alert-settings.html',
  styleUrl: './mediatel-alert-settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelAlertSettings {
  /** The texts of the alerts. */
  readonly text = input.required<AlertLabels>();

  readonly #intl = inject(MediatelIntl);
  protected readonly alerts = inject(OperatorAlerts);
  protected readonly acts = computed(() => this.#intl.viewLabels().acts);
  /** The pauses that operators are on now. They are offered besides those with a limit of their own. */
  readonly #pauses = new Set(
    Array.from(inject(MediatelOperators).all(), (entry) => entry.record().presence.pause).filter(
      (pause) => pause !== null,
    ),
  );
  protected readonly parts = computed(() => {
    const thresholds = this.alerts.thresholds();
    const named = [...new Set([...Object.keys(thresholds.pauses), ...this.#pauses])].sort((a, b) => a.localeCompare(b));
    return parts.map((part) => ({
      heading: this.acts().limits[part],
      rows: limitRows(part, named).map((row) => ({
        row,
        key: `${row.of} ${row.name}`,
        name: limitName(row, this.text(), this.acts(), this.#intl.labels()),
        unit: this.acts().unit[unitOf(row)],
        text: limitText(row, thresholds),
      })),
    }));
  });

  protected change(row: LimitRow, text: string): void {
    const changes = limitChange(row, text);
    if (changes) this.alerts.changeThresholds(changes);
  }
}
