import { ChangeDetectionStrategy, Component, computed, inject, input, model, output, viewChild } from '@angular/core';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MediatelChoiceList, type MediatelChoice } from '../choice-list/choice-list';
import { MediatelIntl } from '../intl/mediatel-intl';
import { uniqueId } from '../format/unique-id';

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
  /** Ids of the chosen call codes, in the order of choosing. */
  readonly chosen = model<readonly string[]>([]);
  /** The text of the note. */
  readonly note = model('');
  /** Emits when Enter is pressed with a code chosen, or Ctrl+Enter in the note. */
  readonly confirmed = output();

  private readonly list = viewChild.required(MediatelChoiceList);
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly noteId = uniqueId('note');
  protected readonly chosenNames = computed(() => {
    const names = new Map(this.codes().map((code) => [code.id, code.name]));
    return this.chosen().map((id) => names.get(id) ?? id);
  });

  /** Moves the focus to the list of codes. */
  focus(): void {
    this.list().focus();
  }

  protected keyInNote(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    event.preventDefault();
    this.confirmed.emit();
  }
}
