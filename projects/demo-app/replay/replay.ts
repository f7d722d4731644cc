import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FlightFile, decodeFlight } from 'mediatel-lib/recorder';
import { AppearanceMenu } from '../kit/appearance-menu';
import { Brand } from '../kit/brand';
import { Icon } from '../kit/icon';
import { faultWords } from './fault-words';
import { ReplayPlayer } from './replay-player';

/** The longest file that is opened, in characters. The recorder keeps 2 MB. */
const longestFile = 50_000_000;

/** Opens flight recordings. They stay in this browser and are not sent anywhere. */
@Component({
  selector: 'app-replay',
  imports: [AppearanceMenu, Brand, Icon, ReplayPlayer, RouterLink],
  templateUrl: './replay.html',
  styleUrl: './replay.scss',
  host: { '(dragover)': '$event.preventDefault()', '(drop)': 'dropped($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Replay {
  protected readonly file = signal<FlightFile | null>(null);
  protected readonly problem = signal<string | null>(null);

  protected dropped(event: DragEvent): void {
    event.preventDefault();
    void this.#open(event.dataTransfer?.files[0]);
  }

  protected chosen(input: HTMLInputElement): void {
    void this.#open(input.files?.[0]);
    // Lets the same file be chosen again.
    input.value = '';
  }

  async #open(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    if (file.size > longestFile) return this.problem.set('This file is too big to be a report.');
    const text = await file.text().catch(() => null);
    if (text === null) return this.problem.set('This file can’t be read.');
    const result = decodeFlight(text);
    this.problem.set(result.ok ? null : faultWords(result.fault));
    if (result.ok) this.file.set(result.file);
  }
}
