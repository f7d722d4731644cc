import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mediatelLanguages } from 'mediatel-lib/ui';
import { PageLanguage } from '../kit/page-language';
import { ScenarioFiles } from './scenario-files';
import { TrainerLink } from './trainer-link';
import { trainerWords } from './trainer.words';

/** Starts a scenario for one trainee or for several. */
@Component({
  selector: 'app-start-form',
  imports: [MatButton],
  template: `
    @if (playable().length === 0) {
      <p>{{ words().noScenarios }}</p>
    } @else {
      <form (submit)="start($event)">
        <label>
          {{ words().scenario }}
          <select #scenario [value]="chosen()" (change)="chosen.set(scenario.value)">
            @for (each of playable(); track each.id) {
              <option [value]="each.id" [selected]="each.id === chosen()">
                {{ files.titleOf(each.id, language.tag()) }}
              </option>
            }
          </select>
        </label>
        <label>
          {{ words().runLanguage }}
          <select #spoken [value]="speaks()" (change)="choose(spoken.value)">
            @for (each of languages(); track each.tag) {
              <option [value]="each.tag" [selected]="each.tag === speaks()">{{ each.name }}</option>
            }
          </select>
        </label>
        <button mat-flat-button type="submit" [disabled]="busy()" disabledInteractive>
          {{ trainees().length === 1 ? words().start : words().startForChosen(trainees().length) }}
        </button>
      </form>
    }
    <div class="outcome" role="status">
      @for (line of outcome(); track $index) {
        <p [class.failed]="!line.ok">{{ line.text }}</p>
      }
    </div>
  `,
  styleUrl: './start-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StartForm {
  /** Logins. */
  readonly trainees = input.required<readonly string[]>();

  readonly #link = inject(TrainerLink);
  protected readonly language = inject(PageLanguage);
  protected readonly files = inject(ScenarioFiles);
  protected readonly words = computed(() => trainerWords[this.language.tag()]);
  protected readonly playable = computed(() => this.files.list().filter(({ languages }) => languages.length > 0));
  protected readonly chosen = linkedSignal<string[], string>({
    source: computed(() => this.playable().map(({ id }) => id)),
    computation: (ids, earlier) => ids.find((id) => id === earlier?.value) ?? ids[0] ?? '',
  });
  protected readonly languages = computed(() => {
    const spoken = this.files.list().find(({ id }) => id === this.chosen())?.languages ?? [];
    return mediatelLanguages.filter(({ tag }) => spoken.includes(tag));
  });
  /** The page's language if the customer speaks it, until another one is chosen. */
  protected readonly speaks = linkedSignal(() => {
    const tags = this.languages().map(({ tag }) => tag);
    const own = this.language.tag();
    return tags.includes(own) ? own : (tags[0] ?? own);
  });
  protected readonly busy = signal(false);
  protected readonly outcome = signal<readonly { readonly ok: boolean; readonly text: string }[]>([]);

  protected choose(value: string): void {
    const tag = this.languages().find((language) => language.tag === value)?.tag;
    if (tag) this.speaks.set(tag);
  }

  protected async start(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    const wanted = { scenario: this.chosen(), trainees: this.trainees(), language: this.speaks() };
    const outcome = await this.#link.start(wanted);
    this.busy.set(false);
    const words = this.words();
    if (outcome.outcome === 'refused')
      return this.outcome.set([{ ok: false, text: words.refusals[outcome.reason](outcome.by ?? '') }]);
    const { runs, refused } = outcome;
    this.outcome.set([
      ...(runs.length > 0 ? [{ ok: true, text: words.started(runs.length) }] : []),
      ...refused.map(({ trainee, reason }) => ({
        ok: false,
        text: words.notStarted(this.#nameOf(trainee), words.refusals[reason]('')),
      })),
    ]);
  }

  #nameOf(login: string): string {
    return this.#link.trainees().find((trainee) => trainee.login === login)?.name ?? login;
  }
}
