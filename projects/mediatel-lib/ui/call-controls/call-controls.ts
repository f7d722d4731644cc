import { ChangeDetectionStrategy, Component, inject, input, model, output } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { MediatelIcon } from '../icon/icon';
import { MediatelIntl } from '../intl/mediatel-intl';

/** What is done during a call, besides ending it: mute, hold, keys, note. */
@Component({
  selector: 'mediatel-call-controls',
  imports: [MediatelIcon, MatTooltip],
  templateUrl: './call-controls.html',
  styleUrl: './call-controls.scss',
  host: { role: 'group' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelCallControls {
  readonly muted = input(false);
  readonly held = input(false);
  /** Why each is disabled, or `null` when it is not. */
  readonly muteReason = input<string | null>(null);
  readonly holdReason = input<string | null>(null);
  readonly keysReason = input<string | null>(null);
  /** Whether the keypad for tones is open. */
  readonly keys = model(false);
  /** Whether the note is open; without `notes` there is no such button. */
  readonly note = model(false);
  readonly notes = input(false);
  /** The wanted value. */
  readonly mute = output<boolean>();
  /** The wanted value. */
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
