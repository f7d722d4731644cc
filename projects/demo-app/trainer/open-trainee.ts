import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Avatar } from '../kit/avatar';
import { Icon } from '../kit/icon';
import { PageLanguage } from '../kit/page-language';
import { DeskMirror } from './desk-mirror';
import { EarControls } from './ear-controls';
import { RunControls } from './run-controls';
import { TraineeState } from './trainee-state';
import { TrainerLink } from './trainer-link';
import { trainerWords } from './trainer.words';

/** One trainee: the desk, live; the scenario; the sound. */
@Component({
  selector: 'app-open-trainee',
  imports: [Avatar, DeskMirror, EarControls, Icon, RouterLink, RunControls, TraineeState],
  template: `
    <a class="back" routerLink="/trainer"><app-icon name="back" /> {{ words().back }}</a>
    @if (trainee(); as trainee) {
      <header>
        <app-avatar [name]="trainee.name" />
        <div>
          <h2 dir="auto">{{ trainee.name }}</h2>
          <p>
            <span class="number">{{ trainee.login }} · {{ trainee.extension }}</span>
            <app-trainee-state [login]="trainee.login" />
          </p>
        </div>
      </header>
      <div class="parts">
        <section class="desk">
          <h3>
            {{ words().mirror }} <small>{{ words().mirrorNote }}</small>
          </h3>
          <app-desk-mirror [trainee]="trainee" [desk]="desk()" [live]="link.connected()" [serverNow]="link.serverNow" />
        </section>
        <section class="controls">
          <app-run-controls [trainee]="trainee" />
          <app-ear-controls [trainee]="trainee" />
        </section>
      </div>
    } @else if (link.loaded()) {
      <p>{{ words().refusals['unknown-trainee']('') }}</p>
    }
  `,
  styleUrl: './open-trainee.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpenTrainee {
  /** Route parameter. */
  readonly login = input.required<string>();

  readonly #language = inject(PageLanguage);
  protected readonly link = inject(TrainerLink);
  protected readonly words = computed(() => trainerWords[this.#language.tag()]);
  protected readonly trainee = computed(() => this.link.trainees().find(({ login }) => login === this.login()));
  protected readonly desk = computed(() => this.link.desk(this.login())());
}
