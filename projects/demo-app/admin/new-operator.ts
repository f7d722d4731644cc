import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { MediatelAgents } from 'mediatel-lib/rest';
import { firstValueFrom } from 'rxjs';
import { PageLanguage } from '../kit/page-language';
import { adminWords } from './admin.words';
import { Directory, type Refusal, refusalOf, roleOf } from './directory';
import { generatedPassword } from './generated-password';
import { KeptInput } from './kept-input';
import { PasswordOnce } from './password-once';
import { RefusalNotice } from './refusal-notice';

const inputName = 'new';
const empty = { start: '', template: 0, login: '', details: '', extension: '' };
type NewInput = typeof empty;

interface Created {
  readonly id: number;
  readonly login: string;
  readonly password: string;
}

/** The most templates that are offered. */
const mostTemplates = 8;

/**
 * Creates an operator as Mediatel documents it: list and filter by the first letters of the login, read the chosen
 * template, create its copy with an own login, a generated password and an e-mail, and an extension of the pool.
 */
@Component({
  selector: 'app-new-operator',
  imports: [MatButton, PasswordOnce, RefusalNotice, RouterLink],
  templateUrl: './new-operator.html',
  styleUrl: './new-operator.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewOperatorPage {
  readonly #agents = inject(MediatelAgents);
  readonly #directory = inject(Directory);
  readonly #language = inject(PageLanguage);
  readonly #kept = inject(KeptInput);
  protected readonly words = computed(() => adminWords[this.#language.tag()]);
  protected readonly input = signal<NewInput>(this.#kept.of(inputName, empty) ?? empty);
  protected readonly busy = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly created = signal<Created | null>(null);

  protected readonly templates = computed(() => {
    const start = this.input().start.trim().toLowerCase();
    if (start.length < 2) return [];
    return (this.#directory.agents() ?? [])
      .filter((agent) => agent.State !== 0 && roleOf(agent) === 'operator')
      .filter(({ Login }) => Login.toLowerCase().startsWith(start))
      .slice(0, mostTemplates);
  });
  protected readonly template = computed(
    () => this.#directory.agents()?.find(({ ID, State }) => ID === this.input().template && State !== 0) ?? null,
  );
  protected readonly free = this.#directory.free;
  /** The chosen extension, or the first free one. */
  protected readonly extension = linkedSignal(() => {
    const { extension } = this.input();
    return this.free().includes(extension) ? extension : (this.free()[0] ?? '');
  });
  protected readonly canCreate = computed(
    () => this.template() !== null && this.input().login.trim() !== '' && this.extension() !== '' && !this.busy(),
  );

  protected change(change: Partial<NewInput>): void {
    this.input.update((input) => ({ ...input, ...change }));
    this.#kept.keep(inputName, this.input());
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    const template = this.template();
    if (template === null || !this.canCreate()) return;
    this.busy.set(true);
    this.refusal.set(null);
    const { login, details } = this.input();
    const password = generatedPassword();
    const own = { Login: login.trim(), Details: details.trim(), PersNumbers: [this.extension()], Password: password };
    try {
      const id = await firstValueFrom(this.#agents.createFrom(template.ID, own));
      this.created.set({ id, login: own.Login, password });
      this.again();
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.busy.set(false);
    }
    await this.#directory.load();
  }

  /** Empties the form for one more operator. The template stays: often several begin on one day. */
  protected again(): void {
    this.#kept.drop(inputName);
    this.input.update(({ start, template }) => ({ ...empty, start, template }));
  }
}
