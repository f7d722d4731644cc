import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MediatelIcon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { MediatelIntl } from '../intl/mediatel-intl';

/** How serious a notice is: an error stops the work, a warning may stop it, the rest is useful to know. */
export type NoticeTone = 'error' | 'warning' | 'info';

/** The longest text that fits in two lines beside a button, in characters. Longer texts can be unfolded. */
const shownLength = 70;

/** A problem in plain words, and the button that helps. */
@Component({
  selector: 'mediatel-notice',
  hostDirectives: [MediatelThemed],
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
  /** How serious it is. An error is an alert for screen readers, the others are a status. */
  readonly tone = input<NoticeTone>('error');
  /** The problem in plain words. */
  readonly words = input.required<string>();
  /** Text of the server or the browser; it unfolds above the notice. */
  readonly detail = input<string | null>(null);
  /** The button's text; `null` hides the button. */
  readonly action = input<string | null>(null);
  /** Emits when the button is pressed. */
  readonly acted = output();

  protected readonly text = inject(MediatelIntl).labels;
  protected readonly folded = computed(() => {
    const whole = this.words().length > shownLength ? this.words() : null;
    return [whole, this.detail()].filter((part) => part !== null).join('\n') || null;
  });
  protected readonly unfolded = linkedSignal({ source: this.folded, computation: () => false });
  protected readonly icon = computed<IconName>(() => (this.tone() === 'info' ? 'info' : 'problem'));
}
