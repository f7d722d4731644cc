import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Action, Store } from '@ngrx/store';
import {
  type AudioOutputUse,
  type AudioUse,
  type ReadinessCheck,
  Softphone,
  readinessChecks,
} from 'mediatel-lib/ports';
import { CommandActions } from 'mediatel-lib/store';
import { MediatelIcon, type IconName, MediatelLevelMeter, MediatelIntl } from 'mediatel-lib/ui';
import { DeviceSelect } from './device-select';
import { VolumeSlider } from './volume-slider';
import { MediatelOperator } from '../../state/operator';

const icons: Readonly<Record<ReadinessCheck['status'], IconName>> = {
  passed: 'available',
  waiting: 'waiting',
  failed: 'problem',
};

/** The check before the shift: microphone, audio output and line, the cause of each failure, what to do, and the devices. */
@Component({
  selector: 'mediatel-readiness-page',
  imports: [DeviceSelect, MediatelIcon, MediatelLevelMeter, MatButton, VolumeSlider],
  templateUrl: './readiness-page.html',
  styleUrl: './readiness-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadinessPage {
  readonly #views = inject(MediatelIntl).viewLabels;
  readonly #store = inject(Store);
  readonly #operator = inject(MediatelOperator);
  readonly #softphone = inject(Softphone);
  readonly #labels = inject(MediatelIntl).labels;
  protected readonly facts = this.#softphone.audioFacts;
  protected readonly levels = this.#softphone.levels;
  protected readonly devices = this.#softphone.devices;
  protected readonly icons = icons;
  protected readonly text = computed(() => this.#views().readiness);
  protected readonly you = computed(() => this.#labels().you);

  readonly #checks = computed(() =>
    readinessChecks({
      audio: this.facts(),
      registration: this.#operator.softphone().registration,
      connection: this.#operator.link().connection,
    }),
  );
  protected readonly rows = computed(() => {
    const { cause } = this.text();
    return this.#checks().map((check) => ({
      ...check,
      words: causeWords(check, cause),
      action: actionOf(check),
      // Unreadable fields come only from the link to Mediatel.
      unread: check.name === 'connection' ? this.#operator.link().unreadFields : [],
    }));
  });
  protected readonly open = computed(() => this.#checks().filter(({ status }) => status !== 'passed').length);

  protected do(action: Action): void {
    this.#store.dispatch(action);
  }

  protected choose(use: AudioUse, deviceId: string | null): void {
    this.#store.dispatch(CommandActions.chooseDevice({ use, deviceId }));
  }

  protected setVolume(use: AudioOutputUse, volume: number): void {
    this.#store.dispatch(CommandActions.setVolume({ use, volume }));
  }

  protected play(use: AudioOutputUse): void {
    this.#store.dispatch(CommandActions.testSound({ use }));
  }

  protected allowNotices(): void {
    this.#store.dispatch(CommandActions.allowNotices());
  }
}

/** The text for a check's cause. Each check has its own causes. */
function causeWords(
  { name, cause }: ReadinessCheck,
  words: Readonly<Record<ReadinessCheck['name'], Readonly<Record<string, string>>>>,
): string | null {
  return cause === null ? null : (words[name][cause] ?? cause);
}

/** The action that tries a failed check again; `null` when there is none. */
function actionOf({ name, status, cause }: ReadinessCheck): Action | null {
  if (status === 'passed') return null;
  if (name === 'permission' || name === 'device') {
    return cause === 'off' || cause === 'asking' ? null : CommandActions.reopenMicrophone();
  }
  const isLine = name === 'registration' || name === 'connection';
  return isLine && status === 'failed' ? CommandActions.retryNow() : null;
}
