import { ChangeDetectionStrategy, Component, DOCUMENT, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type FlightFile, decodeFlight } from 'mediatel-lib/recorder';
import { AppearanceMenu } from '../kit/appearance-menu';
import { Brand } from '../kit/brand';
import { Icon } from '../kit/icon';
import { faultWords } from './fault-words';
import { offerFile } from './incident/offer-file';
import { ReplayPlayer } from './replay-player';

/** The longest file that is opened, in characters. The recorder keeps 2 MB. */
const longestFile = 50_000_000;

const noScenario = {
  'no-call': 'There is no call in this report, so there is nothing to play.',
  unplayable: 'No scenario could be made of this report.',
} as const;

/** Opens flight recordings. They stay in this browser and are not sent anywhere. */
@Component({
  selector: 'app-replay',
  imports: [AppearanceMenu, Brand, Icon, MatButton, ReplayPlayer, RouterLink],
  templateUrl: './replay.html',
  styleUrl: './replay.scss',
  host: { lang: 'en', '(dragover)': '$event.preventDefault()', '(drop)': 'dropped($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Replay {
  protected readonly file = signal<FlightFile | null>(null);
  protected readonly problem = signal<string | null>(null);
  /** The scenario that was made last. */
  protected readonly made = signal<string | null>(null);
  readonly #document = inject(DOCUMENT);

  protected dropped(event: DragEvent): void {
    event.preventDefault();
    void this.#open(event.dataTransfer?.files[0]);
  }

  protected chosen(input: HTMLInputElement): void {
    void this.#open(input.files?.[0]);
    // Lets the same file be chosen again.
    input.value = '';
  }

  /** Downloads a scenario with the calls and faults of the recording. Its code loads now. */
  protected async makeScenario(file: FlightFile): Promise<void> {
    this.made.set(null);
    const maker = await import('./incident/scenario-of-recording').catch(() => null);
    if (maker === null) return this.problem.set('This could not be loaded. Reload the page once you are online.');
    const scenario = maker.scenarioOfRecording(file);
    this.problem.set(scenario.ok ? null : noScenario[scenario.reason]);
    if (!scenario.ok) return;
    const name = `${scenario.id}.yaml`;
    offerFile(this.#document, name, scenario.yaml);
    this.made.set(name);
  }

  async #open(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    this.made.set(null);
    if (file.size > longestFile) return this.problem.set('This file is too big to be a report.');
    const text = await file.text().catch(() => null);
    if (text === null) return this.problem.set('This file can’t be read.');
    const result = decodeFlight(text);
    this.problem.set(result.ok ? null : faultWords(result.fault));
    if (result.ok) this.file.set(result.file);
  }
}
