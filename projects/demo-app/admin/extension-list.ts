import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MediatelExtensions } from 'mediatel-lib/rest';
import { firstValueFrom } from 'rxjs';
import { PageLanguage } from '../kit/page-language';
import { adminWords } from './admin.words';
import { type BatchEntry, added, leftOf, noteOf, rangeOf, wireOf } from './batch';
import { Directory, type Refusal, refusalOf } from './directory';
import { KeptInput } from './kept-input';
import { RefusalNotice } from './refusal-notice';

const inputName = 'extensions';
const empty = { from: '', to: '', description: '', batch: [] as readonly BatchEntry[] };
type ExtensionInput = typeof empty;

/** The pool of extensions. A batch is put together, previewed, and done at once; what fails stays with its reason. */
@Component({
  selector: 'app-extension-list',
  imports: [MatButton, RefusalNotice],
  templateUrl: './extension-list.html',
  styleUrl: './extension-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExtensionList {
  readonly #api = inject(MediatelExtensions);
  readonly #directory = inject(Directory);
  readonly #language = inject(PageLanguage);
  readonly #kept = inject(KeptInput);
  protected readonly words = computed(() => adminWords[this.#language.tag()]);
  protected readonly input = signal<ExtensionInput>(this.#kept.of(inputName, empty) ?? empty);
  protected readonly selected = signal<ReadonlySet<number>>(new Set());
  protected readonly rangeWrong = signal(false);
  protected readonly busy = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  /** How many entries of the last batch were done, and how many failed. */
  protected readonly outcome = signal<{ readonly done: number; readonly failed: number } | null>(null);

  protected readonly rows = computed(() =>
    this.#directory.extensions().map(({ E_ID, E_Extension, E_Description }) => ({
      id: E_ID,
      number: E_Extension,
      description: E_Description ?? '',
      holder: this.#directory.holders().get(E_Extension) ?? null,
    })),
  );
  protected readonly batch = computed(() =>
    this.input().batch.map((entry) => ({
      ...entry,
      note: noteOf(entry, this.#directory.extensions(), this.#directory.holders()),
      holder: this.#directory.holders().get(entry.number) ?? '',
    })),
  );
  protected readonly summary = computed(() => {
    const count = (kind: BatchEntry['kind']) => this.batch().filter((entry) => entry.kind === kind).length;
    return this.words().batchSummary(count('create'), count('change'), count('delete'));
  });

  protected type(typed: Partial<ExtensionInput>): void {
    this.input.update((input) => ({ ...input, ...typed }));
    this.#kept.keep(inputName, this.input());
  }

  protected addRange(event: Event): void {
    event.preventDefault();
    const { from, to, description } = this.input();
    const numbers = rangeOf(from, to);
    this.rangeWrong.set(numbers === null);
    if (numbers === null) return;
    this.#add(numbers.map((number) => ({ kind: 'create', number, id: 0, description, refusal: null })));
    this.type({ from: '', to: '' });
  }

  protected select(id: number, isSelected: boolean): void {
    this.selected.update(
      (selected) => new Set([...selected].filter((each) => each !== id).concat(isSelected ? id : [])),
    );
  }

  protected addSelected(kind: 'change' | 'delete'): void {
    const { description } = this.input();
    const chosen = this.rows().filter(({ id }) => this.selected().has(id));
    this.#add(chosen.map(({ id, number }) => ({ kind, number, id, description, refusal: null })));
    this.selected.set(new Set());
  }

  protected takeOut(number: string): void {
    this.type({ batch: this.input().batch.filter((entry) => entry.number !== number) });
  }

  protected async apply(): Promise<void> {
    const { batch } = this.input();
    if (this.busy() || batch.length === 0) return;
    this.busy.set(true);
    this.refusal.set(null);
    this.outcome.set(null);
    try {
      const left = leftOf(batch, await firstValueFrom(this.#api.apply(wireOf(batch))));
      this.outcome.set({ done: batch.length - left.length, failed: left.length });
      this.type({ batch: left });
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.busy.set(false);
    }
    await this.#directory.load();
  }

  #add(entries: readonly BatchEntry[]): void {
    this.outcome.set(null);
    this.type({ batch: added(this.input().batch, entries) });
  }
}
