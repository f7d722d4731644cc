import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MediatelRecordings } from 'mediatel-lib/rest';
import { MediatelIntl, MediatelRecordingPlayer } from 'mediatel-lib/ui';
import { MediatelOperator } from '../state/operator';

/** The recording of the call that has just ended, at the desk's foot. */
@Component({
  selector: 'mediatel-clerical-recording',
  imports: [MediatelRecordingPlayer],
  template: `
    <mediatel-recording-player [source]="recordings" [callTraceID]="callTraceID()" [who]="agent().ani ?? ''">
      {{ text().page.recording }}
    </mediatel-recording-player>
  `,
  // Below a supervisor's note the foot is a grid.
  styles: `
    :host {
      display: flex;
      flex: 1;
      min-inline-size: 0;
      padding-inline: 16px 8px;
    }
    :host(:last-child) {
      grid-column: 1 / -1;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClericalRecording {
  protected readonly recordings = inject(MediatelRecordings);
  protected readonly agent = inject(MediatelOperator).agent;
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly callTraceID = computed(() => this.agent().knownCallTraceID ?? '');
}
