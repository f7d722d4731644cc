import { ChangeDetectionStrategy, Component, computed, inject, input, model, output, viewChild } from '@angular/core';
import { MediatelChoiceList, type MediatelChoice } from '../choice-list/choice-list';
import { MediatelIntl } from '../intl/mediatel-intl';
import { uniqueId } from '../format/unique-id';

/** How the call ended: its call code, or several where allowed, and a note. */
@Component({
  selector: 'mediatel-clerical-form',
  imports: [MediatelChoiceList],
  templateUrl: './clerical-form.html',
  styleUrl: './clerical-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelClericalForm {
  readonly codes = input.required<readonly MediatelChoice[]>();
  /** Whether several codes may be chosen; they are saved in the order of choosing. */
  readonly multiple = input(false);
  /** Whether there is a note to write. */
  readonly notes = input(false);
  readonly chosen = model<readonly string[]>([]);
  readonly note = model('');
  /** Enter was pressed with a code chosen. */
  readonly confirmed = output();

  private readonly list = viewChild.required(MediatelChoiceList);
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly noteId = uniqueId('note');
  protected readonly chosenNames = computed(() => {
    const names = new Map(this.codes().map((code) => [code.id, code.name]));
    return this.chosen().map((id) => names.get(id) ?? id);
  });

  /** To the list: there 1–9 choose and Enter saves. */
  focus(): void {
    this.list().focus();
  }

  protected keyInNote(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    event.preventDefault();
    this.confirmed.emit();
  }
}
