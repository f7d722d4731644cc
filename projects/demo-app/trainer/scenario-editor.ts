import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type ScenarioProblem, readScenario } from '../../training-kit';
import { Icon } from '../kit/icon';
import { PageLanguage } from '../kit/page-language';
import { freshScenario } from './fresh-scenario';
import { NumberedText } from './numbered-text';
import { ScenarioDrafts } from './scenario-drafts';
import { ScenarioFiles } from './scenario-files';
import { trainerWords } from './trainer.words';

/** How long the text must rest before it is checked (ms). */
const restMs = 200;

/** The outcome that stands beside the buttons. */
type Told = 'saved' | 'notSaved' | 'removed';

/** Edits scenario files: plain YAML, checked as it is typed. What is not saved is kept in this browser. */
@Component({
  selector: 'app-scenario-editor',
  imports: [Icon, MatButton, NumberedText],
  templateUrl: './scenario-editor.html',
  styleUrl: './scenario-editor.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScenarioEditor {
  protected readonly files = inject(ScenarioFiles);
  readonly #drafts = inject(ScenarioDrafts);
  protected readonly language = inject(PageLanguage);
  protected readonly words = computed(() => trainerWords[this.language.tag()].editor);
  protected readonly editor = viewChild(NumberedText);
  /** The id of the file that is open; empty for a new one. */
  protected readonly id = signal('');
  protected readonly text = signal('');
  /** The text at the server; `null` until it is loaded. */
  protected readonly stored = signal<string | null>(null);
  protected readonly loadFailed = signal(false);
  readonly #rested = signal('');
  protected readonly read = computed(() => readScenario(this.#rested()));
  /** The problems that only the server found, for this text. */
  readonly #serverProblems = signal<{ readonly text: string; readonly problems: readonly ScenarioProblem[] } | null>(
    null,
  );
  protected readonly problems = computed(() => {
    const read = this.read();
    if (!read.ok) return read.problems;
    const found = this.#serverProblems();
    return found?.text === this.text() ? found.problems : [];
  });
  protected readonly wrong = computed(() => new Set(this.problems().map(({ line }) => line)));
  protected readonly isUnsaved = computed(() => this.stored() !== null && this.text() !== this.stored());
  protected readonly canSave = computed(() => this.#rested() === this.text() && this.problems().length === 0);
  protected readonly canRemove = computed(() =>
    this.files.list().some(({ id, origin }) => id === this.id() && origin === 'own'),
  );
  protected readonly saving = signal(false);
  protected readonly told = signal<Told | null>(null);
  protected readonly removing = signal(false);

  constructor() {
    void this.#load('');
    effect((onCleanup) => {
      const text = this.text();
      const timer = setTimeout(() => this.#rested.set(text), restMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected edit(text: string): void {
    this.text.set(text);
    this.told.set(null);
    this.removing.set(false);
    if (untracked(this.isUnsaved)) this.#drafts.keep(this.id(), text);
    else this.#drafts.drop(this.id());
  }

  protected choose(id: string): Promise<void> {
    return this.#load(id);
  }

  protected again(): Promise<void> {
    return this.#load(this.id());
  }

  protected discard(): void {
    const stored = this.stored();
    if (stored !== null) this.edit(stored);
  }

  protected async save(): Promise<void> {
    const read = this.read();
    if (!this.canSave() || !read.ok || this.saving()) return;
    const text = this.text();
    const from = this.id();
    this.saving.set(true);
    const saved = await this.files.save(read.scenario.id, text);
    this.saving.set(false);
    if (saved.outcome === 'problems') return this.#serverProblems.set({ text, problems: saved.problems });
    this.told.set(saved.outcome === 'saved' ? 'saved' : 'notSaved');
    if (saved.outcome !== 'saved' || this.id() !== from) return;
    this.#drafts.drop(from);
    this.id.set(read.scenario.id);
    this.stored.set(text);
    // Something was typed while it was saved.
    if (this.text() !== text) this.edit(this.text());
  }

  protected async remove(): Promise<void> {
    if (!this.removing()) return this.removing.set(true);
    const id = this.id();
    if (!(await this.files.remove(id))) return this.told.set('notSaved');
    this.#drafts.drop(id);
    // A shipped file of the same id is back.
    await this.#load(this.files.list().some((each) => each.id === id) ? id : '');
    this.told.set('removed');
  }

  protected goTo({ line, column }: ScenarioProblem): void {
    this.editor()?.goTo(line, column);
  }

  async #load(id: string): Promise<void> {
    this.id.set(id);
    this.told.set(null);
    this.removing.set(false);
    this.loadFailed.set(false);
    this.stored.set(null);
    const draft = this.#drafts.of(id);
    this.#show(draft ?? '');
    const stored = id === '' ? freshScenario : await this.files.read(id);
    if (this.id() !== id) return;
    this.loadFailed.set(stored === null);
    this.stored.set(stored);
    // What was typed meanwhile is newer than what the server has.
    if (stored !== null && this.text() === '') this.#show(stored);
  }

  #show(text: string): void {
    this.text.set(text);
    this.#rested.set(text);
  }
}
