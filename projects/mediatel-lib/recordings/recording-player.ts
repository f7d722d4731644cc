import {
  ChangeDetectionStrategy,
  Component,
  booleanAttribute,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { Recordings } from 'mediatel-lib/rest';
import { Icon, MediatelIntl } from 'mediatel-lib/ui';
import { firstValueFrom } from 'rxjs';

/** Plays and downloads one call's recording. It is asked for only when wanted: it may come some seconds after its call. */
@Component({
  selector: 'mediatel-recording-player',
  imports: [Icon, MatIconButton, MatTooltip],
  template: `
    <span class="about" [class.covered]="src() !== null && !keepsWords()"><ng-content /></span>
    @if (src(); as src) {
      <audio controls autoplay [src]="src" [attr.aria-label]="text().page.play(who())" (error)="fail()"></audio>
    } @else {
      @if (failed()) {
        <span class="failed" role="alert">{{ text().page.recordingFailed }}</span>
      }
      <button
        matIconButton
        type="button"
        [attr.aria-label]="text().page.play(who())"
        [matTooltip]="text().page.play(who())"
        [disabled]="asking()"
        disabledInteractive
        (click)="play()"
      >
        <mediatel-icon name="play" />
      </button>
    }
    <a
      matIconButton
      download
      [href]="downloadUrl()"
      [attr.aria-label]="text().page.download(who())"
      [matTooltip]="text().page.download(who())"
    >
      <mediatel-icon name="download" />
    </a>
  `,
  styleUrl: './recording-player.scss',
  host: { '[class.stacked]': 'keepsWords()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordingPlayer {
  readonly callTraceID = input.required<string>();
  /** Whose call it is, in the buttons' names. */
  readonly who = input.required<string>();
  /** Keeps the words beside the button while it plays, where there is room for a second line. */
  readonly keepsWords = input(false, { transform: booleanAttribute });

  readonly #recordings = inject(Recordings);
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly asking = signal(false);
  protected readonly failed = linkedSignal({ source: this.callTraceID, computation: () => false });
  protected readonly src = linkedSignal<string, string | null>({ source: this.callTraceID, computation: () => null });

  protected downloadUrl(): string {
    return this.#recordings.downloadUrl(this.callTraceID());
  }

  protected async play(): Promise<void> {
    if (this.asking()) return;
    const id = this.callTraceID();
    this.asking.set(true);
    const { status } = await firstValueFrom(this.#recordings.availability(id));
    this.asking.set(false);
    if (id !== this.callTraceID()) return;
    this.failed.set(status !== 'available');
    if (status === 'available') this.src.set(this.#recordings.url(id));
  }

  protected fail(): void {
    this.src.set(null);
    this.failed.set(true);
  }
}
