import { ChangeDetectionStrategy, Component, ViewEncapsulation, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { MEDIATEL_CONFIG } from 'mediatel-lib/ports';
import {
  MediatelClericalForm,
  MediatelIcon,
  MediatelIntl,
  MediatelPauseMenu,
  PhoneNumbers,
  MediatelPrimaryAction,
  MediatelStateColor,
  formatDuration,
  holdWhilePressed,
  secondsBetween,
} from 'mediatel-lib/ui';
import { ClericalWork } from './clerical-work';
import { OperatorInput } from '../state/operator-input';
import { NoteDelivery } from './note-delivery';
import { MediatelOperator } from '../state/operator';
import { injectNow } from '../state/shared-tick';
import { stateTimer } from '../state/state-timer';

/** The after-call work as a dialog beside the docked desk. Minimising it keeps the chosen codes and the note. */
@Component({
  selector: 'mediatel-clerical-dialog',
  imports: [
    MediatelClericalForm,
    MediatelIcon,
    MatIconButton,
    MatTooltip,
    MediatelPauseMenu,
    MediatelPrimaryAction,
    MediatelStateColor,
  ],
  templateUrl: './clerical-dialog.html',
  styleUrl: './clerical-dialog.scss',
  host: { '(keydown.escape)': 'putAside($event)' },
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClericalDialog {
  readonly #config = inject(MEDIATEL_CONFIG);
  readonly #now = injectNow();
  readonly #phoneNumbers = inject(PhoneNumbers);
  protected readonly operator = inject(MediatelOperator);
  protected readonly work = inject(ClericalWork);
  protected readonly drafts = inject(OperatorInput);
  protected readonly notes = inject(NoteDelivery).possible;
  protected readonly text = inject(MediatelIntl).labels;

  protected readonly who = computed(() => {
    const { ani, queueName } = this.operator.agent();
    const number = ani === null ? null : this.#phoneNumbers.format(ani, this.#config.defaultCountry);
    return [number, queueName].filter(Boolean).join(' · ');
  });
  protected readonly time = computed(() => {
    const { startedAt, limit } = stateTimer('clerical', this.operator.agent(), null, {
      clericalSeconds: this.#config.clericalSeconds,
      clericalReminder: this.#config.operatorRules.clericalReminder,
      callWarning: 0,
      pauseLimit: null,
    });
    if (startedAt === null) return '';
    const seconds = secondsBetween(startedAt, this.#now());
    if (limit === null) return formatDuration(seconds);
    const left = limit.seconds - seconds;
    return left >= 0 ? this.text().left(formatDuration(left)) : this.text().over(formatDuration(-left));
  });

  constructor() {
    holdWhilePressed();
  }

  protected putAside(event?: Event): void {
    event?.stopPropagation();
    this.work.aside.set(true);
  }
}
