import { ChangeDetectionStrategy, Component, DOCUMENT, ViewEncapsulation, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { MEDIATEL_CONFIG } from 'mediatel-lib/ports';
import {
  MediatelIcon,
  MediatelIntl,
  MediatelPauseMenu,
  MediatelPrimaryAction,
  MediatelStateColor,
  formatDuration,
  holdWhilePressed,
  secondsBetween,
} from 'mediatel-lib/ui';
import { AfterCallPanel } from './after-call-panel';
import { ClericalPlacement } from './clerical-placement';
import { ClericalWork } from './clerical-work';
import { MediatelOperator } from '../state/operator';
import { injectNow } from '../state/shared-tick';
import { stateTimer } from '../state/state-timer';

/** How many rows of 2.25 rem the window has room for, from 5 to 8. */
function leastRows({ defaultView: view, documentElement }: Document): number {
  if (view === null) return 5;
  const rem = Number.parseFloat(view.getComputedStyle(documentElement).fontSize) || 16;
  const room = (view.innerHeight - 100) / rem - 17;
  return Math.max(5, Math.min(8, Math.floor(room / 2.25)));
}

/**
 * The after-call work as a dialog, for a desk that is hidden or shows another page. Minimising it keeps the chosen codes and
 * the note.
 */
@Component({
  selector: 'mediatel-clerical-dialog',
  imports: [
    AfterCallPanel,
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
  protected readonly operator = inject(MediatelOperator);
  protected readonly work = inject(ClericalWork);
  protected readonly isDeskShown = inject(ClericalPlacement).isDeskShown;
  protected readonly text = inject(MediatelIntl).labels;

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

  /** As many codes as there is room for beside the other parts, which are about 17 rem high. */
  protected readonly rows = leastRows(inject(DOCUMENT));

  constructor() {
    holdWhilePressed();
  }

  protected putAside(event?: Event): void {
    event?.stopPropagation();
    this.work.aside.set(true);
  }
}
