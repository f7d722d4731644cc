import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  booleanAttribute,
  effect,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { MediatelClock } from 'mediatel-lib/ports';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MediatelIcon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { pressOnce } from '../press/press-once';

/** What a press does, as the button's colour: begins something, ends something, or neither. */
export type ActionTone = 'go' | 'stop' | 'plain';

/** How long the button ignores presses after its meaning changed (ms). */
const settlingTime = 500;

/**
 * The main action of the present state, always in the same place.
 *
 * The button ignores presses for 500 ms after its meaning changed, so that a double click never calls and hangs up. A key
 * that is held down counts once.
 */
@Component({
  selector: 'mediatel-primary-action',
  hostDirectives: [MediatelThemed],
  imports: [MediatelIcon, MatButton, MatTooltip],
  template: `
    <button
      #button
      matButton="filled"
      type="button"
      [class]="tone()"
      [class.split]="split()"
      [disabled]="reason() !== null"
      disabledInteractive
      [matTooltip]="reason()"
      matTooltipPosition="above"
      (keydown)="pressOnce($event)"
      (click)="press()"
    >
      <span class="content">
        @if (icon(); as icon) {
          <mediatel-icon [name]="icon" />
        }
        <span class="words">
          <span class="label">{{ label() }}</span>
          @if (reason(); as reason) {
            <!-- The tooltip describes the button for screen readers. -->
            <small aria-hidden="true" [title]="reason">{{ reason }}</small>
          }
        </span>
      </span>
    </button>
    <div class="half"><ng-content /></div>
  `,
  styleUrl: './primary-action.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelPrimaryAction {
  /** The button's text. */
  readonly label = input.required<string>();
  /** The icon before the text; `null` for none. */
  readonly icon = input<IconName | null>(null);
  /** The button's colour and shape. */
  readonly tone = input<ActionTone>('plain');
  /** Names what a press does. A new meaning starts the 500 ms without presses. */
  readonly meaning = input.required<string>();
  /** Why the button can't be pressed now; `null` when it can. */
  readonly reason = input<string | null>(null);
  /** Whether the projected part, a menu's button, is the second half of the button. Both together have the box of the whole. */
  readonly split = input(false, { transform: booleanAttribute });
  /** Emits when the button is pressed and none of the guards applies. */
  readonly pressed = output();

  protected readonly pressOnce = pressOnce;
  private readonly button = viewChild.required<string, ElementRef<HTMLButtonElement>>('button', { read: ElementRef });
  readonly #clock = inject(MediatelClock);
  #meaning: string | null = null;
  #changedAt = -Infinity;

  constructor() {
    // An effect runs when the new meaning is on the screen: only then can the operator see it.
    effect(() => {
      const meaning = this.meaning();
      if (this.#meaning !== null && this.#meaning !== meaning) this.#changedAt = this.#now();
      this.#meaning = meaning;
    });
  }

  /** Acts as a click, with the same guards: for keyboard shortcuts. */
  press(): void {
    const settled = this.#now() - this.#changedAt >= settlingTime;
    if (settled && this.#meaning === this.meaning() && this.reason() === null) this.pressed.emit();
  }

  #now(): number {
    return this.#clock.pressTime?.() ?? this.#clock.monotonic();
  }

  /** Moves the focus to the button. */
  focus(): void {
    this.button().nativeElement.focus();
  }
}
