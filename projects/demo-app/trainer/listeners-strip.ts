import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Icon } from '../kit/icon';
import type { IconName } from '../kit/icons';
import { PageLanguage } from '../kit/page-language';
import type { EarMode } from '../../training-kit';
import { listenersWords } from './listeners.words';
import { TraineeLink } from './trainee-link';

const icons: Readonly<Record<EarMode, IconName>> = { listen: 'ear', whisper: 'speaks', customer: 'customer' };

/** Who listens to this operator's calls: always shown while somebody does, in every tab. */
@Component({
  selector: 'app-listeners-strip',
  imports: [Icon],
  template: `
    @for (ear of ears(); track ear.id) {
      <p [class.lost]="ear.state === 'lost'">
        <app-icon [name]="icons[ear.mode]" />
        <span>{{ words()[ear.state === 'lost' ? 'lost' : ear.mode](ear.name) }}</span>
      </p>
    }
    @if (isPaused()) {
      <p>
        <app-icon name="pause" /><span>{{ words().paused }}</span>
      </p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0 20px;
      padding-inline: 20px;
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);

      --mediatel-icon-size: 18px;
    }
    p {
      display: flex;
      gap: 8px;
      align-items: center;
      min-block-size: 32px;
      font: var(--mat-sys-label-large);
    }
    @media (width < 900px) {
      :host {
        padding-inline: 16px;
      }
    }
  `,
  host: { role: 'status', '[attr.aria-label]': 'words().label' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListenersStrip {
  readonly #language = inject(PageLanguage);
  readonly #state = inject(TraineeLink).state;
  protected readonly icons = icons;
  protected readonly words = computed(() => listenersWords[this.#language.tag()]);
  protected readonly ears = computed(() => this.#state().ears);
  protected readonly isPaused = computed(() => this.#state().run?.status === 'paused');
}
