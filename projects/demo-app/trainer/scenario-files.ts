import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { LanguageTag } from 'mediatel-lib/ui';
import { firstValueFrom } from 'rxjs';
import type { LocalisedText, ScenarioProblem, TrainingLanguage } from '../../training-kit';

const address = '/api/training/scenarios';

/** A scenario in the server's list. */
export interface ListedScenario {
  readonly id: string;
  readonly title: LocalisedText;
  /** None: the file has problems and can't be played. */
  readonly languages: readonly TrainingLanguage[];
  /** `own`: written by a trainer. Shipped files can't be deleted; saving one makes an own one in its place. */
  readonly origin: 'shipped' | 'own';
}

export interface ScenarioTitles {
  titleOf(id: string, tag: LanguageTag): string;
}

/** The outcome of saving: done, refused with problems, or not stored for another reason. */
export type SaveOutcome =
  | { readonly outcome: 'saved' }
  | { readonly outcome: 'problems'; readonly problems: readonly ScenarioProblem[] }
  | { readonly outcome: 'failed' };

const inLanguage = (text: LocalisedText, tag: LanguageTag): string =>
  typeof text === 'string' ? text : (text[tag] ?? Object.values(text)[0] ?? '');

/** The server's scenarios: their list, and the files themselves. */
@Injectable()
export class ScenarioFiles implements ScenarioTitles {
  readonly #http = inject(HttpClient);
  readonly #list = signal<readonly ListedScenario[]>([]);
  readonly list = this.#list.asReadonly();
  readonly #byId = computed(() => new Map(this.#list().map((scenario) => [scenario.id, scenario])));

  constructor() {
    void this.refresh();
  }

  titleOf(id: string, tag: LanguageTag): string {
    const scenario = this.#byId().get(id);
    return scenario ? inLanguage(scenario.title, tag) : id;
  }

  /** Reads the list again. Without the server the earlier one stays. */
  async refresh(): Promise<void> {
    const { scenarios } = await firstValueFrom(this.#http.get<{ scenarios: readonly ListedScenario[] }>(address)).catch(
      () => ({ scenarios: null }),
    );
    if (scenarios) this.#list.set(scenarios);
  }

  /** The text of a file; `null` if it can't be loaded. */
  read(id: string): Promise<string | null> {
    return firstValueFrom(this.#http.get(this.#of(id), { responseType: 'text' })).catch(() => null);
  }

  async save(id: string, yaml: string): Promise<SaveOutcome> {
    try {
      await firstValueFrom(this.#http.put(this.#of(id), yaml, { headers: { 'content-type': 'application/yaml' } }));
    } catch (error) {
      const problems = error instanceof HttpErrorResponse && error.status === 422 ? problemsIn(error.error) : null;
      return problems ? { outcome: 'problems', problems } : { outcome: 'failed' };
    }
    await this.refresh();
    return { outcome: 'saved' };
  }

  /** Deletes a file; `false` if the server did not. */
  async remove(id: string): Promise<boolean> {
    try {
      await firstValueFrom(this.#http.delete(this.#of(id)));
    } catch {
      // Whatever the reason: the file is still there, and the page says so.
      return false;
    }
    await this.refresh();
    return true;
  }

  #of(id: string): string {
    return `${address}/${encodeURIComponent(id)}`;
  }
}

function problemsIn(body: unknown): readonly ScenarioProblem[] | null {
  const problems = typeof body === 'object' && body !== null && 'problems' in body ? body.problems : null;
  return Array.isArray(problems) ? (problems as readonly ScenarioProblem[]) : null;
}
