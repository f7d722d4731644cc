import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type AgentChange, MediatelAgents } from 'mediatel-lib/rest';
import { type Observable, firstValueFrom } from 'rxjs';
import { PageLanguage } from '../kit/page-language';
import { adminWords } from './admin.words';
import { ClientAppFields } from './client-app-fields';
import { Directory, type Refusal, extensionOf, refusalOf, roleOf } from './directory';
import { generatedPassword } from './generated-password';
import { KeptInput } from './kept-input';
import { type OperatorForm, changeOf, formOf, typedIn } from './operator-form';
import { PasswordOnce } from './password-once';
import { RefusalNotice } from './refusal-notice';

/** Changes, retires, restores or deletes an operator. */
@Component({
  selector: 'app-operator-editor',
  imports: [ClientAppFields, MatButton, PasswordOnce, RefusalNotice, RouterLink],
  templateUrl: './operator-editor.html',
  styleUrl: './operator-editor.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OperatorEditor {
  /** From the address. */
  readonly id = input.required<string>();

  readonly #agents = inject(MediatelAgents);
  readonly #directory = inject(Directory);
  readonly #language = inject(PageLanguage);
  readonly #kept = inject(KeptInput);
  readonly #router = inject(Router);
  protected readonly words = computed(() => adminWords[this.#language.tag()]);
  protected readonly agent = computed(
    () => this.#directory.agents()?.find(({ ID }) => String(ID) === this.id()) ?? null,
  );
  readonly #name = computed(() => `operator ${this.id()}`);
  /** What the fields hold: what was typed and not saved, else what is stored. */
  protected readonly form = linkedSignal<OperatorForm | null>(() => {
    const agent = this.agent();
    if (agent === null) return null;
    const stored = formOf(agent);
    return this.#kept.of(this.#name(), stored) ?? stored;
  });
  protected readonly change = computed(() => {
    const [agent, form] = [this.agent(), this.form()];
    return agent && form && changeOf(agent, form);
  });
  protected readonly isOperator = computed(() => {
    const agent = this.agent();
    return agent !== null && roleOf(agent) === 'operator';
  });
  protected readonly isRetired = computed(() => this.agent()?.State === 0);
  /** The extension of the operator, and the free ones. */
  protected readonly extensions = computed(() => {
    const agent = this.agent();
    const own = agent ? extensionOf(agent) : '';
    return ['', ...(own === '' ? [] : [own]), ...this.#directory.free()];
  });
  protected readonly busy = signal(false);
  protected readonly saved = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly password = signal<string | null>(null);
  /** Whether the person is asked once more before the account is deleted. */
  protected readonly removing = signal(false);

  protected type(typed: Partial<OperatorForm>): void {
    this.saved.set(false);
    this.form.update((form) => form && { ...form, ...typed });
    const [agent, form] = [this.agent(), this.form()];
    // Only what was typed: another administrator may change the other fields meanwhile.
    if (agent && form && this.change() !== null) this.#kept.keep(this.#name(), typedIn(agent, form));
    else this.#kept.drop(this.#name());
  }

  protected discard(): void {
    const agent = this.agent();
    this.#kept.drop(this.#name());
    this.refusal.set(null);
    if (agent !== null) this.form.set(formOf(agent));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const change = this.change();
    if (change === null) return;
    if (await this.#put(change)) {
      this.#kept.drop(this.#name());
      this.saved.set(true);
    }
    await this.#directory.load();
  }

  protected async renewPassword(): Promise<void> {
    const password = generatedPassword();
    if (await this.#put({ Password: password })) this.password.set(password);
  }

  protected async setState(State: 0 | 1): Promise<void> {
    await this.#put({ State });
    await this.#directory.load();
  }

  protected async remove(): Promise<void> {
    this.removing.set(false);
    if (!(await this.#send(this.#agents.remove(Number(this.id()))))) return;
    this.#kept.drop(this.#name());
    await this.#directory.load();
    await this.#router.navigateByUrl('/admin');
  }

  #put(change: AgentChange): Promise<boolean> {
    return this.#send(this.#agents.change(Number(this.id()), change));
  }

  /** Whether the API did it. */
  async #send(request: Observable<unknown>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.saved.set(false);
    this.refusal.set(null);
    try {
      await firstValueFrom(request);
      return true;
    } catch (error) {
      this.refusal.set(refusalOf(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
