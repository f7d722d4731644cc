import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icons';
import { MediatelIntl } from './mediatel-intl';

/** How much a notice matters: an error stops the work, a warning may, the rest is good to know. */
export type NoticeTone = 'error' | 'warning' | 'info';

/** Something amiss, in plain words, and the button that mends it. */
@Component({
  selector: 'mediatel-notice',
  imports: [Icon],
  template: `
    <mediatel-icon [name]="icon()" />
    <div class="text">
      <p>{{ words() }}</p>
      @if (detail(); as detail) {
        @if (unfolded()) {
          <p class="detail">{{ detail }}</p>
        } @else {
          <button type="button" class="unfold" (click)="unfolded.set(true)">{{ text().details }}</button>
        }
      }
    </div>
    @if (mend(); as mend) {
      <button type="button" class="mend" (click)="mended.emit()">{{ mend }}</button>
    }
  `,
  styleUrl: './notice.scss',
  host: { '[class]': 'tone()', '[attr.role]': "tone() === 'error' ? 'alert' : 'status'" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Notice {
  readonly tone = input<NoticeTone>('error');
  readonly words = input.required<string>();
  /** What the server or the browser said: unfolded on demand. */
  readonly detail = input<string | null>(null);
  /** The mending button's words; without them there is none. */
  readonly mend = input<string | null>(null);
  readonly mended = output();

  protected readonly text = inject(MediatelIntl).labels;
  protected readonly unfolded = signal(false);
  protected readonly icon = computed<IconName>(() => (this.tone() === 'info' ? 'info' : 'problem'));
}
