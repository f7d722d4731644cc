import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  booleanAttribute,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MediatelIcon } from '../icon/icon';
import { MediatelIntl } from '../intl/mediatel-intl';
import { uniqueId } from '../format/unique-id';
import { type CodeAndWords, codeAndWords } from './code-and-words';

/** One entry of a choice list: a pause reason, a call code. */
export interface MediatelChoice {
  /** Identifies the entry in its list. */
  readonly id: string;
  /** The text that is shown. */
  readonly name: string;
}

/** The longest list without a search field: people see seven entries at a glance. */
const glance = 7;

/** Whether a list of so many entries has a search field. */
export const isSearchable = (count: number): boolean => count > glance;

/**
 * A list to choose from with the keyboard: arrows move, 1–9 choose, Enter confirms, letters and `/` search.
 *
 * Digits choose while the list has the focus. In the search field they are searched for, because codes have numbers in
 * their names.
 */
@Component({
  selector: 'mediatel-choice-list',
  hostDirectives: [MediatelThemed],
  imports: [MediatelIcon],
  templateUrl: './choice-list.html',
  styleUrl: './choice-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelChoiceList {
  /** The entries, in the order of display. */
  readonly choices = input.required<readonly MediatelChoice[]>();
  /** The list's name, for screen readers. */
  readonly label = input.required<string>();
  /** Whether several entries may be chosen. */
  readonly multiple = input(false, { transform: booleanAttribute });
  /** Whether the first nine entries are numbered and chosen by their digit. */
  readonly numbered = input(false, { transform: booleanAttribute });
  /** Whether a number at the beginning of a name (`10. Promise to pay`) is shown at the row's end, in grey. */
  readonly coded = input(false, { transform: booleanAttribute });
  /** How many rows are seen at least, for a list that shares its room with other parts; `null`: as many as fit. */
  readonly rows = input<number | null>(null);
  /** The text that is shown when there are no entries. */
  readonly empty = input('');
  /** Ids of the chosen entries, in the order of choosing. */
  readonly chosen = model<readonly string[]>([]);
  /** Emits the id of an entry chosen by pointer or key, for lists that close after one choice. */
  readonly picked = output<string>();
  /** Emits when Enter is pressed and the choice is already made. */
  readonly confirmed = output();

  private readonly list = viewChild<string, ElementRef<HTMLElement>>('list', { read: ElementRef });
  private readonly search = viewChild<string, ElementRef<HTMLInputElement>>('search', { read: ElementRef });
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly id = uniqueId('choices');

  protected readonly query = signal('');
  /** Index of the marked entry; at first the one that is already chosen. */
  readonly #active = linkedSignal({
    source: this.choices,
    computation: (choices) =>
      Math.max(
        0,
        choices.findIndex(({ id }) => untracked(this.chosen).includes(id)),
      ),
  });
  protected readonly searchable = computed(() => isSearchable(this.choices().length));
  protected readonly shown = computed(() => {
    const words = fold(this.query()).split(/\s+/).filter(Boolean);
    if (words.length === 0) return this.choices();
    return this.choices().filter((choice) => words.every((word) => fold(choice.name).includes(word)));
  });
  /** The number of rows does not change with the search, so that nothing below the list moves. */
  protected readonly leastRows = computed(() => {
    const rows = this.rows();
    return rows === null ? null : Math.max(1, Math.min(rows, this.choices().length));
  });
  protected readonly active = computed(() => Math.min(this.#active(), this.shown().length - 1));
  protected readonly activeId = computed(() => (this.active() < 0 ? null : this.optionId(this.active())));
  protected readonly chosenSet = computed(() => new Set(this.chosen()));

  constructor() {
    effect(() => {
      const id = this.activeId();
      const option = id === null ? null : this.list()?.nativeElement.querySelector(`#${id}`);
      // jsdom has no `scrollIntoView`.
      option?.scrollIntoView?.({ block: 'nearest' });
    });
  }

  /** Moves the focus to the list. */
  focus(): void {
    this.list()?.nativeElement.focus();
  }

  protected optionId(index: number): string {
    return `${this.id}-${index}`;
  }

  /** Chooses the entry with this digit, for a digit that is pressed elsewhere. Does nothing without such an entry. */
  chooseNumber(digit: number): void {
    const choice = this.numbered() ? this.shown()[digit - 1] : undefined;
    if (choice !== undefined) this.choose(choice);
  }

  /** The two parts of a row: the name without its number, and the number. */
  protected partsOf({ name }: MediatelChoice): CodeAndWords {
    return this.coded() ? codeAndWords(name) : { code: '', words: name };
  }

  /** One listener for the whole list, because its options take no focus. */
  protected clicked(event: MouseEvent): void {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
    const choice = this.shown()[Number(option?.dataset['index'] ?? -1)];
    if (choice !== undefined) this.choose(choice);
  }

  protected choose(choice: MediatelChoice): void {
    this.#active.set(this.shown().indexOf(choice));
    if (!this.multiple()) this.chosen.set([choice.id]);
    else if (!this.chosenSet().has(choice.id)) this.chosen.update((chosen) => [...chosen, choice.id]);
    else this.chosen.update((chosen) => chosen.filter((id) => id !== choice.id));
    this.picked.emit(choice.id);
  }

  protected searched(text: string): void {
    this.query.set(text);
    this.#active.set(0);
  }

  protected keyInList(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const numbered = this.numbered() && /^[1-9]$/.test(event.key) ? this.shown()[Number(event.key) - 1] : undefined;
    if (numbered !== undefined) this.choose(numbered);
    else if (event.key === ' ') this.#chooseActive();
    else if (this.#moved(event.key)) void 0;
    else if (event.key === 'Enter') this.#enter(event);
    else if (event.key === 'Escape' && this.query() !== '') this.searched('');
    else if (this.searchable() && (event.key === '/' || /^\p{L}$/u.test(event.key))) this.#startSearch(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected keyInSearch(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.#enter(event);
    else if (event.key === 'Escape' && this.query() !== '') this.searched('');
    else if (event.key === 'Home' || event.key === 'End' || !this.#moved(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #enter(event: KeyboardEvent): void {
    const active = this.shown()[this.active()];
    if (event.repeat) return;
    if (active !== undefined && this.chosen().length === 0) this.choose(active);
    else if (active !== undefined && this.query() !== '' && !this.chosenSet().has(active.id)) this.choose(active);
    else this.confirmed.emit();
  }

  #chooseActive(): void {
    const active = this.shown()[this.active()];
    if (active !== undefined) this.choose(active);
  }

  #startSearch(key: string): void {
    this.searched(key === '/' ? '' : key);
    this.search()?.nativeElement.focus();
  }

  #moved(key: string): boolean {
    const last = this.shown().length - 1;
    const to = { ArrowDown: this.active() + 1, ArrowUp: this.active() - 1, Home: 0, End: last }[key];
    if (to === undefined) return false;
    this.#active.set(Math.max(0, Math.min(last, to)));
    return true;
  }
}

/** A text without case and accents, for searching. */
const fold = (text: string): string => text.toLocaleLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
