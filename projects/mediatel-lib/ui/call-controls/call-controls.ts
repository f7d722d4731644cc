import { ChangeDetectionStrategy, Component, inject, input, model, output } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MediatelIcon } from '../icon/icon';
import { MediatelIntl } from '../intl/mediatel-intl';

/** The controls during a call, except ending it: mute, hold, keys, note. */
@Component({
  selector: 'mediatel-call-controls',
  hostDirectives: [MediatelThemed],
  imports: [MediatelIcon, MatTooltip],
  templateUrl: './call-controls.html',
  styleUrl: './call-controls.scss',
  host: { role: 'group' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelCallControls {
  /** Whether the operator is muted. */
  readonly muted = input(false);
  /** Whether the customer is on hold. */
  readonly held = input(false);
  /** Why mute is disabled; `null` when it is enabled. */
  readonly muteReason = input<string | null>(null);
  /** Why hold is disabled; `null` when it is enabled. */
  readonly holdReason = input<string | null>(null);
  /** Why the keypad is disabled; `null` when it is enabled. */
  readonly keysReason = input<string | null>(null);
  /** Whether the keypad for tones is open. */
  readonly keys = model(false);
  /** Whether the note is open. */
  readonly note = model(false);
  /** Whether there is a note button. */
  readonly notes = input(false);
  /** Emits the wanted value of `muted`. */
  readonly mute = output<boolean>();
  /** Emits the wanted value of `held`. */
  readonly hold = output<boolean>();

  protected readonly text = inject(MediatelIntl).labels;

  protected toggleMute(): void {
    if (this.muteReason() === null) this.mute.emit(!this.muted());
  }

  protected toggleHold(): void {
    if (this.holdReason() === null) this.hold.emit(!this.held());
  }

  protected toggleKeys(): void {
    if (this.keysReason() === null) this.keys.update((open) => !open);
  }
}
