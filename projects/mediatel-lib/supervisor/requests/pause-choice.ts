import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatAutocomplete, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption } from '@angular/material/core';
import type { OperatorPauses } from 'mediatel-lib/hub-protocol';
import { MediatelChoiceList, MediatelIntl } from 'mediatel-lib/ui';
import type { OperatorEntry } from '../hub/operators';
import { PauseLists } from './pause-lists';

/** Longest name of a pause, as in a request. */
const longestName = 200;

/**
 * The operator's own pauses to choose from. A long list has a search field.
 *
 * If the operator's desk does not name its pauses (an earlier version, or a desk that does not answer), it is a text field,
 * with the pauses of other operators as suggestions.
 */
@Component({
  selector: 'mediatel-pause-choice',
  imports: [
    MatAutocomplete,
    MatAutocompleteTrigger,
    MatButton,
    MatFormField,
    MatInput,
    MatLabel,
    MatOption,
    MediatelChoiceList,
  ],
  templateUrl: './pause-choice.html',
  styleUrl: './pause-choice.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PauseChoice {
  /** The operator. */
  readonly entry = input.required<OperatorEntry>();
  /** Whether nothing can be sent now. */
  readonly isDisabled = input(false);
  /** Emits the name of the chosen pause. */
  readonly chosen = output<string>();

  readonly #injector = inject(Injector);
  private readonly list = viewChild(MediatelChoiceList);
  private readonly field = viewChild<ElementRef<HTMLElement>>('name');
  readonly #intl = inject(MediatelIntl);
  readonly #lists = inject(PauseLists);
  /** The list; `undefined` before it is there, `null` if the desk does not name its pauses. */
  readonly #pauses = signal<OperatorPauses | null | undefined>(undefined);
  protected readonly longestName = longestName;
  protected readonly typed = signal('');
  protected readonly text = computed(() => this.#intl.viewLabels().acts);
  protected readonly heading = computed(() => this.text().pausesOf(this.entry().record().name));
  protected readonly nonePossible = computed(() => this.#intl.labels().noPauses);
  protected readonly isReading = computed(() => this.#pauses() === undefined);
  protected readonly choices = computed(() => this.#pauses()?.names.map((name) => ({ id: name, name })) ?? null);
  /** Whether a name can be typed: there is no list, or it is not complete. */
  protected readonly isTyped = computed(() => !this.isReading() && this.#pauses()?.complete !== true);
  readonly #known = signal<readonly string[]>([]);
  protected readonly suggestions = computed(() => {
    const typed = this.typed().trim().toLocaleLowerCase();
    return this.#known().filter((name) => name.toLocaleLowerCase().includes(typed));
  });

  constructor() {
    effect(() => {
      const entry = this.entry();
      untracked(() => void this.#read(entry));
    });
  }

  protected choose(name: string): void {
    const pause = name.trim();
    if (pause !== '' && !this.isDisabled()) this.chosen.emit(pause);
  }

  async #read({ id }: OperatorEntry): Promise<void> {
    this.#pauses.set(undefined);
    this.typed.set('');
    const pauses = await this.#lists.read(id);
    // Another operator was chosen in the meantime.
    if (id !== this.entry().id) return;
    if (pauses === null) this.#known.set(this.#lists.suggestions());
    this.#pauses.set(pauses);
    // Whoever opened the list wants to choose. It was not there when its place got the focus.
    afterNextRender(() => this.#focus(), { injector: this.#injector });
  }

  #focus(): void {
    const list = this.list();
    if (list) list.focus();
    else this.field()?.nativeElement.focus();
  }
}
