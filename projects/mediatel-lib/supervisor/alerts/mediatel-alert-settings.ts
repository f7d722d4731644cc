import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type AlertLabels, MediatelIntl } from 'mediatel-lib/ui';
import { AlertAnnouncer } from './alert-announcer';
import { type TimedPhase, timedPhases } from './alert-thresholds';
import { OperatorAlerts } from './operator-alerts';
import { MediatelOperators } from '../hub/operators';

type Row =
  | { readonly of: 'state'; readonly name: TimedPhase; readonly minutes: string }
  | { readonly of: 'pause'; readonly name: string; readonly minutes: string };

const minutesOf = (seconds: number | null | undefined): string =>
  seconds === null || seconds === undefined ? '' : String(Math.round(seconds / 6) / 10);

/** The supervisor's settings for alerts: thresholds, sound, notifications. */
@Component({
  selector: 'mediatel-alert-settings',
  imports: [MatButton],
  template: `
    <fieldset>
      <legend>{{ text().settings }} ({{ text().minutes }})</legend>
      @for (row of rows(); track row.of + row.name) {
        <label>
          <span>{{ nameOf(row) }}</span>
          <input
            #minutes
            type="number"
            min="0"
            step="0.1"
            [value]="row.minutes"
            (change)="change(row, minutes.value)"
          />
        </label>
      }
    </fieldset>
    <div class="how">
      <label
        ><input
          #sound
          type="checkbox"
          [checked]="alerts.settings().sound"
          (change)="alerts.change({ sound: sound.checked })"
        />{{ text().sound }}</label
      >
      <label
        ><input #notices type="checkbox" [checked]="alerts.settings().notices" (change)="notify(notices)" />{{
          text().notices
        }}</label
      >
      <button matButton="text" type="button" (click)="alerts.change({ changes: {} })">{{ text().reset }}</button>
    </div>
    <p role="status">{{ isDenied() ? text().noticesDenied : '' }}</p>
  `,
  styles: `
    :host {
      display: block;
      margin-block-start: 8px;
      padding: 8px 16px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 12px;
      max-block-size: 260px;
      overflow-y: auto;
    }
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
      gap: 8px 24px;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-block-end: 8px;
      padding: 0;
      font: var(--mat-sys-title-small);
    }
    label {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
      min-block-size: 36px;
    }
    span {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    input[type='number'] {
      box-sizing: border-box;
      inline-size: 80px;
      min-block-size: 36px;
      padding: 0 8px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 8px;
      background: var(--mat-sys-surface);
      color: inherit;
      font: inherit;
    }
    .how {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 24px;
      margin-block-start: 8px;
    }
    .how input {
      inline-size: 18px;
      block-size: 18px;
    }
    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelAlertSettings {
  /** The texts of the alerts. */
  readonly text = input.required<AlertLabels>();

  readonly #announcer = inject(AlertAnnouncer);
  readonly #labels = inject(MediatelIntl).labels;
  protected readonly alerts = inject(OperatorAlerts);
  protected readonly isDenied = signal(false);
  /** The pauses that operators are on now. They are offered besides those with a limit of their own. */
  readonly #pauses = new Set(
    Array.from(inject(MediatelOperators).all(), (entry) => entry.record().presence.pause).filter(
      (pause) => pause !== null,
    ),
  );

  protected readonly rows = computed((): readonly Row[] => {
    const { states, pauses } = this.alerts.thresholds();
    const names = [...new Set([...Object.keys(pauses), ...this.#pauses])].sort();
    return [
      ...timedPhases.map((name): Row => ({ of: 'state', name, minutes: minutesOf(states[name]) })),
      ...names.map((name): Row => ({
        of: 'pause',
        name,
        minutes: minutesOf(Object.hasOwn(pauses, name) ? pauses[name] : states.paused),
      })),
    ];
  });

  protected nameOf({ of, name }: Row): string {
    if (of === 'pause') return this.text().pauseNamed(name);
    return name === 'paused' ? this.text().otherPause : this.#labels().appearance[name];
  }

  protected change({ of, name }: Row, minutes: string): void {
    const value = minutes.trim() === '' ? null : Number(minutes) * 60;
    if (value !== null && !(value >= 0)) return;
    this.alerts.changeThresholds(of === 'state' ? { states: { [name]: value } } : { pauses: { [name]: value } });
  }

  protected async notify(box: HTMLInputElement): Promise<void> {
    const notices = box.checked && (await this.#announcer.allowNotices());
    this.isDenied.set(box.checked && !notices);
    box.checked = notices;
    this.alerts.change({ notices });
  }
}
