import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MediatelReadinessStrip } from 'mediatel-lib/ui';
import { MicrophoneProof } from '../state/microphone-proof';
import { MediatelOperator } from '../state/operator';

/** The readiness strip with the phone's microphone. */
@Component({
  selector: 'mediatel-readiness',
  imports: [MediatelReadinessStrip],
  template: '<mediatel-readiness-strip [proven]="isProven()" [device]="device()" />',
  // Below a supervisor's note the foot is a grid.
  styles: `
    :host,
    mediatel-readiness-strip {
      display: flex;
      flex: 1;
    }
    :host(:last-child) {
      grid-column: 1 / -1;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Readiness {
  readonly #operator = inject(MediatelOperator);
  protected readonly isProven = inject(MicrophoneProof).isProven;
  protected readonly device = computed(() => {
    const { microphone } = this.#operator.softphone();
    return microphone.status === 'ready' ? microphone.label : null;
  });
}
