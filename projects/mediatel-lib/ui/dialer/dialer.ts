import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  model,
  output,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { MatTooltip } from '@angular/material/tooltip';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { cleanNumber } from './clean-number';
import { MediatelIcon } from '../icon/icon';
import { MediatelKeypad } from '../keypad/keypad';
import { MediatelIntl } from '../intl/mediatel-intl';
import { PhoneNumbers } from './phone-numbers';
import { pressOnce } from '../press/press-once';
import { uniqueId } from '../format/unique-id';

/** A number, typed, pasted or chosen, and the queue to call through. The primary action makes the call. */
@Component({
  selector: 'mediatel-dialer',
  hostDirectives: [MediatelThemed],
  imports: [MediatelIcon, MediatelKeypad, MatFormField, MatIconButton, MatLabel, MatOption, MatSelect, MatTooltip],
  templateUrl: './dialer.html',
  styleUrl: './dialer.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelDialer {
  /** The number to dial: digits, `*`, `#`, a leading `+`. */
  readonly number = model('');
  /** The chosen queue; `null` for the first one. */
  readonly queue = model<string | null>(null);
  /** Names of the queues to choose from. */
  readonly queues = input.required<readonly string[]>();
  /** Numbers dialled recently, the newest first. */
  readonly recent = input<readonly string[]>([]);
  /** The name of a recent number; `null` shows the number alone. It may read signals. */
  readonly nameOf = input<(number: string) => string | null>(() => null);
  /** When a recent number was called, in words; `null` hides it. It may read signals. */
  readonly agoOf = input<(number: string) => string | null>(() => null);
  /** Country of numbers without a prefix (ISO 3166-1 alpha-2). */
  readonly country = input('UA');
  /** Emits when Enter is pressed in the number's field, and when the recent number that fills it is pressed again. */
  readonly entered = output();

  readonly #phoneNumbers = inject(PhoneNumbers);
  private readonly field = viewChild.required<string, ElementRef<HTMLInputElement>>('field', { read: ElementRef });
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly pressOnce = pressOnce;
  protected readonly hintId = uniqueId('dialer-hint');
  protected readonly recentId = uniqueId('dialer-recent');

  protected readonly shown = computed(() => this.#phoneNumbers.format(this.number(), this.country()));
  protected readonly hint = computed(() => {
    if (this.number() === '') return this.text().phoneNumberHint;
    switch (this.#phoneNumbers.judge(this.number(), this.country())) {
      case 'incomplete':
        return this.text().numberIncomplete;
      case 'unusual':
        return this.text().numberUnusual;
      case 'fine':
        return '';
    }
  });
  protected readonly chosenQueue = computed(() => {
    const queue = this.queue();
    return queue !== null && this.queues().includes(queue) ? queue : (this.queues()[0] ?? null);
  });

  constructor() {
    void this.#phoneNumbers.load();
    effect(() => this.#show(this.shown(), null));
  }

  /** Adds a character to the number, for keys that are pressed outside the field. */
  type(key: string): void {
    this.number.update((number) => cleanNumber(number + key));
  }

  /** Moves the focus to the number's field. */
  focus(): void {
    this.field().nativeElement.focus();
  }

  /** The number with its name, if it has one. */
  protected named(number: string): string {
    const name = this.nameOf()(number);
    return name === null ? this.format(number) : `${name}, ${this.format(number)}`;
  }

  protected format(number: string): string {
    return this.#phoneNumbers.format(number, this.country());
  }

  protected edited(): void {
    const field = this.field().nativeElement;
    const caret = field.selectionStart ?? field.value.length;
    const before = dialable(field.value.slice(0, caret)).length;
    this.number.set(cleanNumber(field.value));
    this.#show(this.shown(), before);
  }

  protected pasted(event: ClipboardEvent): void {
    const pasted = cleanNumber(event.clipboardData?.getData('text') ?? '');
    event.preventDefault();
    if (pasted === '') return;
    const field = this.field().nativeElement;
    const start = field.selectionStart ?? field.value.length;
    const before = dialable(field.value.slice(0, start));
    const after = dialable(field.value.slice(field.selectionEnd ?? start));
    // A whole number with its prefix replaces the old one: it can't be a part of another number.
    this.number.set(pasted.startsWith('+') ? pasted : cleanNumber(before + pasted + after));
    this.#show(this.shown(), pasted.startsWith('+') ? pasted.length : (before + pasted).length);
  }

  protected erase(): void {
    this.number.update((number) => number.slice(0, -1));
  }

  /** Fills in a recent number. The next press of the same one calls it, the second press of a double click does not. */
  protected useNumber(number: string, { detail: pressesInARow }: MouseEvent): void {
    if (this.number() === number) {
      if (pressesInARow <= 1) this.entered.emit();
      return;
    }
    this.number.set(number);
  }

  protected enter(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    // A key that is held down counts once.
    if (!(event as KeyboardEvent).repeat) this.entered.emit();
  }

  /** Writes the formatted number. The caret stays behind the same number of dialable characters. */
  #show(shown: string, dialableBefore: number | null): void {
    const field = this.field().nativeElement;
    if (field.value !== shown) field.value = shown;
    if (dialableBefore === null) return;
    let caret = 0;
    for (let seen = 0; seen < dialableBefore && caret < shown.length; caret++) {
      if (dialable(shown.charAt(caret)) !== '') seen++;
    }
    field.setSelectionRange(caret, caret);
  }
}

const dialable = (text: string): string => text.replace(/[^\d*#+]/g, '');
