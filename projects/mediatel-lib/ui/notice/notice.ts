import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { MediatelIntl } from '../intl/mediatel-intl';

/** How much a notice matters: an error stops the work, a warning may, the rest is good to know. */
export type NoticeTone = 'error' | 'warning' | 'info';

/** Words longer than this may be cut in two lines beside a button: they unfold whole. */
const shownLength = 70;

/** Something amiss, in plain words, and the button that mends it. */
@Component({
  selector: 'mediatel-notice',
  imports: [Icon],
  template: `
    <mediatel-icon [name]="icon()" />
    <div class="text">
      <p class="words" [title]="words()">{{ words() }}</p>
      @if (folded(); as folded) {
        <button type="button" class="unfold" [attr.aria-expanded]="unfolded()" (click)="unfolded.set(!unfolded())">
          {{ text().details }}
        </button>
        @if (unfolded()) {
          <p class="detail" tabindex="0">{{ folded }}</p>
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
  /** What the server or the browser said: unfolded on demand, over what is above. */
  readonly detail = input<string | null>(null);
  /** The mending button's words; without them there is none. */
  readonly mend = input<string | null>(null);
  readonly mended = output();

  protected readonly text = inject(MediatelIntl).labels;
  protected readonly folded = computed(() => {
    const whole = this.words().length > shownLength ? this.words() : null;
    return [whole, this.detail()].filter((part) => part !== null).join('\n') || null;
  });
  protected readonly unfolded = linkedSignal({ source: this.folded, computation: () => false });
  protected readonly icon = computed<IconName>(() => (this.tone() === 'info' ? 'info' : 'problem'));
}
