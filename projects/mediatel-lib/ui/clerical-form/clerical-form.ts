import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MediatelChoiceList, type MediatelChoice, isSearchable } from '../choice-list/choice-list';
import { codeAndWords } from '../choice-list/code-and-words';
import { MediatelIntl } from '../intl/mediatel-intl';

/** How the call ended: a call code, or several when allowed, and a note. */
@Component({
  selector: 'mediatel-clerical-form',
  hostDirectives: [MediatelThemed],
  imports: [MediatelChoiceList],
  templateUrl: './clerical-form.html',
  styleUrl: './clerical-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelClericalForm {
  /** The call codes to choose from. */
  readonly codes = input.required<readonly MediatelChoice[]>();
  /** Whether several codes may be chosen; they are saved in the order of choosing. */
  readonly multiple = input(false);
  /** Whether there is a field for a note. */
  readonly notes = input(false);
  /** How many codes are seen at least. Where that is too much, what contains the form has to scroll. */
  readonly rows = input(5);
  /** Ids of the chosen call codes, in the order of choosing. */
  readonly chosen = model<readonly string[]>([]);
  /** The text of the note. */
  readonly note = model('');
  /** Emits when Enter is pressed with a code chosen, or Ctrl+Enter in the note. */
  readonly confirmed = output();

  private readonly list = viewChild.required(MediatelChoiceList);
  protected readonly text = inject(MediatelIntl).labels;
  private readonly field = viewChild<string, ElementRef<HTMLTextAreaElement>>('field', { read: ElementRef });
  /** Whether the note has three lines. It unfolds once: folding it when the focus leaves would move what is clicked. */
  protected readonly isNoteOpen = signal(false);
  protected readonly leastRows = computed(() => Math.max(1, this.isNoteOpen() ? this.rows() - 2 : this.rows()));
  /** The chosen codes in their order, by the server's numbers; a code without a number by its name. */
  protected readonly order = computed(() => {
    const names = new Map(this.codes().map((code) => [code.id, code.name]));
    const chosen = this.chosen().map((id) => names.get(id) ?? id);
    // A short list has no search field, so the row would be empty.
    if (chosen.length === 0) return isSearchable(this.codes().length) ? '' : this.text().howDidItEnd;
    return `${this.text().chosen(chosen.length)}: ${chosen.map((name) => codeAndWords(name).code || name).join(' → ')}`;
  });

  /** Moves the focus to the list of codes. */
  focus(): void {
    this.list().focus();
  }

  /** Moves the focus to the end of the note; to the list when no note is offered. */
  focusNote(): void {
    const field = this.field()?.nativeElement;
    if (field === undefined) return this.focus();
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }

  /** Chooses the code with this digit. Does nothing without such a code. */
  chooseNumber(digit: number): void {
    this.list().chooseNumber(digit);
  }

  protected keyInNote(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    event.preventDefault();
    this.confirmed.emit();
  }
}
