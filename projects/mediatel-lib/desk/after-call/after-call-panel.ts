import { ChangeDetectionStrategy, Component, computed, inject, input, output, viewChild } from '@angular/core';
import { MEDIATEL_CONFIG } from 'mediatel-lib/ports';
import { MediatelCallCard, MediatelClericalForm } from 'mediatel-lib/ui';
import { ContactNames } from '../state/contact-names';
import { MediatelOperator } from '../state/operator';
import { OperatorInput } from '../state/operator-input';
import { ClericalWork } from './clerical-work';
import { NoteDelivery } from './note-delivery';

/**
 * The step after the call: one line about the customer, the codes, the note. The desk's body and the dialog show the same.
 *
 * What is chosen and typed is in `OperatorInput`, so nothing is lost between the two.
 */
@Component({
  selector: 'mediatel-after-call-panel',
  imports: [MediatelCallCard, MediatelClericalForm],
  template: `
    <mediatel-call-card
      line
      [number]="agent().ani"
      [name]="name()"
      [queue]="agent().queueName"
      [kind]="agent().callDirection"
      [callTraceID]="agent().callTraceID"
      [country]="country"
    />
    <mediatel-clerical-form
      [rows]="rows()"
      [codes]="work.codes()"
      [multiple]="work.multiple()"
      [notes]="notes"
      [chosen]="work.chosen()"
      (chosenChange)="drafts.setCodes($event)"
      [note]="drafts.call().note"
      (noteChange)="drafts.setNote($event)"
      (confirmed)="confirmed.emit()"
    />
  `,
  // Its two parts are laid out by what contains it: a column, or a wide desk's two.
  styles: `
    :host {
      display: contents;
    }
    mediatel-call-card {
      flex: none;
    }
    mediatel-clerical-form {
      flex: 1 0 auto;
      grid-area: 1 / 2 / 3 / 3;
    }
    @container mediatel-desk (width >= 45em) {
      mediatel-call-card {
        flex-wrap: wrap;
        align-content: start;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AfterCallPanel {
  /** How many codes are seen at least. */
  readonly rows = input(5);
  /** Emits when the operator wants to save by a key. */
  readonly confirmed = output();

  readonly #names = inject(ContactNames);
  private readonly form = viewChild.required(MediatelClericalForm);
  protected readonly agent = inject(MediatelOperator).agent;
  protected readonly work = inject(ClericalWork);
  protected readonly drafts = inject(OperatorInput);
  protected readonly notes = inject(NoteDelivery).possible;
  protected readonly country = inject(MEDIATEL_CONFIG).defaultCountry;
  protected readonly name = computed(() => this.#names.nameOf(this.agent().ani));

  /** Moves the focus to the codes, where digits choose. */
  focus(): void {
    this.form().focus();
  }

  /** Moves the focus to the end of the note. */
  focusNote(): void {
    this.form().focusNote();
  }

  /** Chooses the code with this digit. */
  chooseNumber(digit: number): void {
    this.form().chooseNumber(digit);
  }
}
