import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { PageLanguage } from '../kit/page-language';
import { NobodyChosen } from './nobody-chosen';
import { StartForm } from './start-form';
import { TraineeRow } from './trainee-row';
import { TrainerLink } from './trainer-link';
import { trainerWords } from './trainer.words';

/** The list of trainees with the open one beside it. If there is room for only one, the open one covers the list. */
@Component({
  selector: 'app-trainees',
  imports: [RouterOutlet, StartForm, TraineeRow],
  templateUrl: './trainees.html',
  styleUrl: './trainees.scss',
  host: { '[class.open]': 'open()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Trainees {
  readonly #language = inject(PageLanguage);
  protected readonly link = inject(TrainerLink);
  protected readonly words = computed(() => trainerWords[this.#language.tag()]);
  protected readonly open = signal(false);
  protected readonly sought = signal('');
  protected readonly onlyPresent = signal(false);
  protected readonly found = computed(() => {
    const sought = this.sought().trim().toLowerCase();
    return this.link
      .trainees()
      .filter(({ name, login, extension }) =>
        [name, login, extension].some((text) => text.toLowerCase().includes(sought)),
      )
      .filter(({ login }) => !this.onlyPresent() || this.link.desk(login)().snapshot !== null);
  });
  /** Logins. Somebody whose account is gone is chosen no longer. */
  protected readonly chosen = linkedSignal<ReadonlySet<string>, ReadonlySet<string>>({
    source: computed(() => new Set(this.link.trainees().map(({ login }) => login))),
    computation: (known, earlier) => new Set([...(earlier?.value ?? [])].filter((login) => known.has(login))),
  });
  protected readonly chosenLogins = computed(() => [...this.chosen()]);

  protected choose(login: string, isChosen: boolean): void {
    const chosen = new Set(this.chosen());
    if (isChosen) chosen.add(login);
    else chosen.delete(login);
    this.chosen.set(chosen);
  }

  protected show(page: unknown): void {
    this.open.set(!(page instanceof NobodyChosen));
  }
}
