import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MediatelIcon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { MediatelIntl } from '../intl/mediatel-intl';

/** How much a notice matters: an error stops the work, a warning may, the rest is good to know. */
export type NoticeTone = 'error' | 'warning' | 'info';

/** Words longer than this may be cut in two lines beside a button: they unfold whole. */
const shownLength = 70;

/** A problem in plain words, and the button that helps. */
@Component({
  selector: 'mediatel-notice',
  imports: [MediatelIcon],
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
    @if (action(); as words) {
      <button type="button" class="action" (click)="acted.emit()">{{ words }}</button>
    }
  `,
  styleUrl: './notice.scss',
  host: { '[class]': 'tone()', '[attr.role]': "tone() === 'error' ? 'alert' : 'status'" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelNotice {
  readonly tone = input<NoticeTone>('error');
  readonly words = input.required<string>();
  /** What the server or the browser said: unfolded on demand, over what is above. */
  readonly detail = input<string | null>(null);
  /** The words on the button; without them there is no button. */
  readonly action = input<string | null>(null);
  /** The button was pressed. */
  readonly acted = output();

  protected readonly text = inject(MediatelIntl).labels;
  protected readonly folded = computed(() => {
    const whole = this.words().length > shownLength ? this.words() : null;
    return [whole, this.detail()].filter((part) => part !== null).join('\n') || null;
  });
  protected readonly unfolded = linkedSignal({ source: this.folded, computation: () => false });
  protected readonly icon = computed<IconName>(() => (this.tone() === 'info' ? 'info' : 'problem'));
}
