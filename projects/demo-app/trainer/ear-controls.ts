import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MediatelLevelMeter } from 'mediatel-lib/ui';
import type { EarMode, TraineeView } from '../../training-kit';
import { Icon } from '../kit/icon';
import type { IconName } from '../kit/icons';
import { PageLanguage } from '../kit/page-language';
import { EarSession } from './ear-session';
import { TrainerLink } from './trainer-link';
import { trainerWords } from './trainer.words';

const modes: readonly { readonly mode: EarMode; readonly icon: IconName }[] = [
  { mode: 'listen', icon: 'ear' },
  { mode: 'whisper', icon: 'speaks' },
  { mode: 'customer', icon: 'customer' },
];

/** Listen to a trainee's calls, whisper, or be the customer. */
@Component({
  selector: 'app-ear-controls',
  imports: [Icon, MediatelLevelMeter],
  templateUrl: './ear-controls.html',
  styleUrl: './ear-controls.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EarControls {
  readonly trainee = input.required<TraineeView>();

  readonly #language = inject(PageLanguage);
  readonly #link = inject(TrainerLink);
  protected readonly session = inject(EarSession);
  protected readonly modes = modes;
  protected readonly words = computed(() => trainerWords[this.#language.tag()]);
  /** This page's ear, if it is at this trainee. */
  protected readonly open = computed(() => {
    const open = this.session.open();
    return open?.trainee === this.trainee().login ? open : null;
  });
  protected readonly others = computed(() =>
    this.#link.ears().filter(({ trainee, id }) => trainee === this.trainee().login && id !== this.session.id()),
  );
  protected readonly problem = computed(() => {
    const problem = this.session.problem();
    if (problem === null) return null;
    const words = this.words();
    return problem.kind === 'fault' ? words.earFaults[problem.fault] : words.refusals[problem.reason](problem.by);
  });
}
