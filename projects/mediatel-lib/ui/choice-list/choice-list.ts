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
import { MediatelIcon } from '../icon/icon';
import { MediatelIntl } from '../intl/mediatel-intl';
import { uniqueId } from '../format/unique-id';

/** One of a list to choose from: a pause's reason, a call code. */
export interface MediatelChoice {
  readonly id: string;
  readonly name: string;
}

/** Lists up to this length are seen at a glance: a search field would only be in the way. */
const glance = 7;

/**
 * A list to choose from with the keyboard: arrows move, 1–9 choose, Enter confirms, letters and `/` search.
 *
 * Digits choose while the list has the focus and are searched for while the search field has it, so that the codes' own
 * numbers can be found too.
 */
@Component({
  selector: 'mediatel-choice-list',
  imports: [MediatelIcon],
  templateUrl: './choice-list.html',
  styleUrl: './choice-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelChoiceList {
  readonly choices = input.required<readonly MediatelChoice[]>();
  /** The list's name, for screen readers. */
  readonly label = input.required<string>();
  readonly multiple = input(false, { transform: booleanAttribute });
  /** Whether the first nine are numbered and chosen by their digit. */
  readonly numbered = input(false, { transform: booleanAttribute });
  /** What to say where there is nothing to choose. */
  readonly empty = input('');
  /** Ids, in the order of choosing. */
  readonly chosen = model<readonly string[]>([]);
  /** A choice was made by pointer or key: for lists where choosing is all there is to do. */
  readonly picked = output<string>();
  /** Enter was pressed when its choice was already made. */
  readonly confirmed = output();

  private readonly list = viewChild<string, ElementRef<HTMLElement>>('list', { read: ElementRef });
  private readonly search = viewChild<string, ElementRef<HTMLInputElement>>('search', { read: ElementRef });
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly id = uniqueId('choices');

  protected readonly query = signal('');
  /** The mark begins at what is chosen already. */
  readonly #active = linkedSignal({
    source: this.choices,
    computation: (choices) =>
      Math.max(
        0,
        choices.findIndex(({ id }) => untracked(this.chosen).includes(id)),
      ),
  });
  protected readonly searchable = computed(() => this.choices().length > glance);
  protected readonly shown = computed(() => {
    const words = fold(this.query()).split(/\s+/).filter(Boolean);
    if (words.length === 0) return this.choices();
    return this.choices().filter((choice) => words.every((word) => fold(choice.name).includes(word)));
  });
  protected readonly active = computed(() => Math.min(this.#active(), this.shown().length - 1));
  protected readonly activeId = computed(() => (this.active() < 0 ? null : this.optionId(this.active())));
  protected readonly chosenSet = computed(() => new Set(this.chosen()));

  constructor() {
    effect(() => {
      const id = this.activeId();
      const option = id === null ? null : this.list()?.nativeElement.querySelector(`#${id}`);
      // Not in jsdom.
      option?.scrollIntoView?.({ block: 'nearest' });
    });
  }

  focus(): void {
    this.list()?.nativeElement.focus();
  }

  protected optionId(index: number): string {
    return `${this.id}-${index}`;
  }

  /** One listener for the whole list: its options take no focus of their own. */
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

/** Letters as they are searched for: without case and accents. */
const fold = (text: string): string => text.toLocaleLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
