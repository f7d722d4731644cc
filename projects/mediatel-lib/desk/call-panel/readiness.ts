import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Softphone } from 'mediatel-lib/ports';
import { MediatelReadinessStrip } from 'mediatel-lib/ui';
import { MediatelOperator } from '../state/operator';

/** The readiness strip with the phone's microphone. It is a component apart, because the level changes many times a second. */
@Component({
  selector: 'mediatel-readiness',
  imports: [MediatelReadinessStrip],
  template: '<mediatel-readiness-strip [level]="levels().microphone" [device]="device()" />',
  styles: `
    :host,
    mediatel-readiness-strip {
      display: flex;
      flex: 1;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Readiness {
  readonly #operator = inject(MediatelOperator);
  protected readonly levels = inject(Softphone).levels;
  protected readonly device = computed(() => {
    const { microphone } = this.#operator.softphone();
    return microphone.status === 'ready' ? microphone.label : null;
  });
}
