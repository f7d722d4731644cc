import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { MediaFlowStatus } from 'mediatel-lib/ports';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MediatelIcon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { MediatelLevelMeter } from '../level-meter/level-meter';
import { MediatelIntl } from '../intl/mediatel-intl';

const icons: Readonly<Record<MediaFlowStatus, IconName>> = {
  proving: 'waiting',
  heard: 'available',
  silent: 'problem',
  'no-packets': 'problem',
  unknown: 'unknown',
};

/** One direction of a call: its level, and whether it is proved to be heard. */
@Component({
  selector: 'mediatel-heard-meter',
  hostDirectives: [MediatelThemed],
  imports: [MediatelIcon, MediatelLevelMeter],
  template: `
    <span class="who">{{ who() }} <mediatel-level-meter [level]="level()" [who]="who()" /></span>
    @if (audibility(); as audibility) {
      <span class="proof" [class]="audibility" role="status" [title]="why() ?? ''">
        <mediatel-icon [name]="icon()" />{{ text().audio.heard[audibility] }}
      </span>
    }
  `,
  styleUrl: './heard-meter.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelHeardMeter {
  /** The speaker's name or role, as shown. */
  readonly who = input.required<string>();
  /** The level, 0 to 1; `null` when the browser measures none. */
  readonly level = input.required<number | null>();
  /** Whether the speaker is heard; `null` when nothing is known. */
  readonly audibility = input<MediaFlowStatus | null>(null);
  /** The reason for `audibility`, in plain words. */
  readonly why = input<string | null>(null);

  protected readonly text = inject(MediatelIntl).labels;
  protected readonly icon = computed(() => icons[this.audibility() ?? 'proving']);
}
