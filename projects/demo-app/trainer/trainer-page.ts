import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Icon } from '../kit/icon';
import { PageLanguage } from '../kit/page-language';
import { EarSession } from './ear-session';
import { ScenarioFiles } from './scenario-files';
import { TrainerLink } from './trainer-link';
import { trainerWords } from './trainer.words';

/** The trainer's page: its tabs, the connection, and the ear that stays open from tab to tab. */
@Component({
  selector: 'app-trainer-page',
  imports: [Icon, RouterLink, RouterLinkActive, RouterOutlet],
  providers: [TrainerLink, EarSession, ScenarioFiles],
  templateUrl: './trainer-page.html',
  styleUrl: './trainer-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrainerPage {
  readonly #language = inject(PageLanguage);
  protected readonly link = inject(TrainerLink);
  protected readonly ear = inject(EarSession);
  protected readonly onScenarios = signal(false);
  protected readonly words = computed(() => trainerWords[this.#language.tag()]);
  protected readonly earOf = computed(() => {
    const open = this.ear.open();
    if (open === null) return null;
    return { ...open, name: this.link.trainees().find(({ login }) => login === open.trainee)?.name ?? open.trainee };
  });
}
