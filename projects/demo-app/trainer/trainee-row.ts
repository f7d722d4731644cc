import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { TraineeView } from '../../training-kit';
import { Avatar } from '../kit/avatar';
import { Icon } from '../kit/icon';
import { PageLanguage } from '../kit/page-language';
import { runWords } from './run-words';
import { ScenarioFiles } from './scenario-files';
import { TraineeState } from './trainee-state';
import { TrainerLink } from './trainer-link';
import { trainerWords } from './trainer.words';

/** A trainee in the list: name, state, run, and who listens. */
@Component({
  selector: 'app-trainee-row',
  imports: [Avatar, Icon, RouterLink, RouterLinkActive, TraineeState],
  template: `
    <a [routerLink]="['/trainer', trainee().login]" routerLinkActive="here" ariaCurrentWhenActive="page">
      <app-avatar [name]="trainee().name" />
      <span class="about">
        <span class="name"
          ><bdi>{{ trainee().name }}</bdi
          >&ngsp;<small>{{ trainee().extension }}</small></span
        >
        <app-trainee-state [login]="trainee().login" />
        @if (run(); as words) {
          <span class="run">{{ words }}</span>
        }
        @for (ear of ears(); track ear.id) {
          <span class="ear"><app-icon name="ear" /> {{ words().others(ear.name, ear.mode) }}</span>
        }
      </span>
    </a>
  `,
  styles: `
    a {
      display: flex;
      gap: 12px;
      align-items: center;
      padding: 8px 12px;
      border-radius: 16px 16px 16px 4px;
      color: inherit;
      text-decoration: none;

      --app-avatar-size: 36px;
    }
    a:hover {
      background: var(--mat-sys-surface-container-high);
    }
    a.here {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
    .about {
      display: grid;
      gap: 2px;
      min-inline-size: 0;
    }
    .name {
      font: var(--mat-sys-title-small);
    }
    small {
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
      font-variant-numeric: tabular-nums;
    }
    a.here small,
    a.here .run {
      color: inherit;
    }
    .run,
    .ear {
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }
    .ear {
      display: inline-flex;
      gap: 6px;
      align-items: center;
      color: var(--mat-sys-tertiary);

      --mediatel-icon-size: 16px;
    }
    a.here .ear {
      color: inherit;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TraineeRow {
  readonly trainee = input.required<TraineeView>();

  readonly #link = inject(TrainerLink);
  readonly #language = inject(PageLanguage);
  readonly #scenarios = inject(ScenarioFiles);
  protected readonly words = computed(() => trainerWords[this.#language.tag()]);
  protected readonly run = computed(() => {
    const run = this.#link.run(this.trainee().login)();
    return run && runWords(run, this.#scenarios, this.#language.tag());
  });
  protected readonly ears = computed(() => this.#link.ears().filter(({ trainee }) => trainee === this.trainee().login));
}
