import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MediatelIcon } from '../icon/icon';
import { MediatelLevelMeter } from '../level-meter/level-meter';
import { MediatelIntl } from '../intl/mediatel-intl';

/** Shows in one line that microphone, audio output and line work. A notice replaces it when there is a problem. */
@Component({
  selector: 'mediatel-readiness-strip',
  hostDirectives: [MediatelThemed],
  imports: [MediatelIcon, MediatelLevelMeter],
  template: `
    <span [title]="device() ?? ''">
      <mediatel-icon name="microphone" />{{ text().microphone }}
      @if (level() === null && proven()) {
        <mediatel-icon name="available" class="ok" />
      } @else if (level() === null) {
        <i [title]="text().microphoneQuietWhy">{{ text().microphoneQuiet }}</i>
      } @else {
        <mediatel-level-meter [level]="level() ?? 0" [who]="text().you" />
      }
    </span>
    <span><mediatel-icon name="sound" />{{ text().sound }} <mediatel-icon name="available" class="ok" /></span>
    <span><mediatel-icon name="call" />{{ text().line }} <mediatel-icon name="available" class="ok" /></span>
  `,
  styleUrl: './readiness-strip.scss',
  host: { role: 'group', '[attr.aria-label]': 'text().readiness' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelReadinessStrip {
  /** The microphone's level, 0 to 1, as a meter; `null` for none. A meter that moves all day distracts. */
  readonly level = input<number | null>(null);
  /** Whether the microphone has picked up a voice lately. Without a meter it has a tick then, and else the word “quiet”. */
  readonly proven = input(true);
  /** The microphone's name. */
  readonly device = input<string | null>(null);

  protected readonly text = inject(MediatelIntl).labels;
}
