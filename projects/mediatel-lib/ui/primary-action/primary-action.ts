import { ChangeDetectionStrategy, Component, ElementRef, effect, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { MediatelIcon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/** What the button's press brings: it colours the button. */
export type ActionTone = 'go' | 'stop' | 'plain';

/** Milliseconds for which a button that has just changed its meaning takes no press. */
const settlingTime = 500;

/**
 * The one thing to do in the present state, always at the same spot.
 *
 * A button whose meaning has just changed takes no press for 500 ms, so that a double click never calls and hangs up;
 * a key held down counts once.
 */
@Component({
  selector: 'mediatel-primary-action',
  imports: [MediatelIcon, MatButton, MatTooltip],
  template: `
    <button
      #button
      matButton="filled"
      type="button"
      [class]="tone()"
      [disabled]="reason() !== null"
      disabledInteractive
      [matTooltip]="reason()"
      matTooltipPosition="above"
      (keydown)="$event.repeat && $event.preventDefault()"
      (click)="press()"
    >
      <span class="content">
        @if (icon(); as icon) {
          <mediatel-icon [name]="icon" />
        }
        {{ label() }}
      </span>
    </button>
  `,
  styleUrl: './primary-action.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelPrimaryAction {
  readonly label = input.required<string>();
  readonly icon = input<IconName | null>(null);
  readonly tone = input<ActionTone>('plain');
  /** Names what a press does. A new meaning starts the 500 ms without presses. */
  readonly meaning = input.required<string>();
  /** Why it can't be pressed now, or `null` when it can. */
  readonly reason = input<string | null>(null);
  readonly pressed = output();

  private readonly button = viewChild.required<string, ElementRef<HTMLButtonElement>>('button', { read: ElementRef });
  #meaning: string | null = null;
  #changedAt = -Infinity;

  constructor() {
    // An effect runs once the new meaning is on the screen: that is when the operator can know of it.
    effect(() => {
      const meaning = this.meaning();
      if (this.#meaning !== null && this.#meaning !== meaning) this.#changedAt = performance.now();
      this.#meaning = meaning;
    });
  }

  /** Does what a click does, with the same guards: for keyboard shortcuts. */
  press(): void {
    const settled = performance.now() - this.#changedAt >= settlingTime;
    if (settled && this.#meaning === this.meaning() && this.reason() === null) this.pressed.emit();
  }

  focus(): void {
    this.button().nativeElement.focus();
  }
}
