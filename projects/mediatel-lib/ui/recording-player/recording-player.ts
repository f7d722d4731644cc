import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  ElementRef,
  Injector,
  afterNextRender,
  booleanAttribute,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { firstValueFrom } from 'rxjs';
import { MediatelIcon } from '../icon/icon';
import { MediatelIntl } from '../intl/mediatel-intl';
import type { RecordingFault, RecordingSource } from './recording-source';

/**
 * Plays and downloads one call's recording. It requests the recording only on demand, since one may appear some
 * seconds after its call.
 */
@Component({
  selector: 'mediatel-recording-player',
  hostDirectives: [MediatelThemed],
  imports: [MediatelIcon, MatIconButton, MatTooltip],
  template: `
    <span class="about" [class.covered]="src() !== null && !keepsWords()"><ng-content /></span>
    @if (fault(); as fault) {
      <span class="failed" role="alert">{{ text().page.recordingFailed[fault] }}</span>
    }
    @if (src(); as src) {
      <audio
        #audio
        controls
        autoplay
        [src]="src"
        [attr.aria-label]="text().page.play(who())"
        (loadedmetadata)="begin()"
        (timeupdate)="positionChange.emit(audio.currentTime)"
        (error)="explain()"
      ></audio>
    } @else {
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
      (click)="download($event)"
    >
      <mediatel-icon name="download" />
    </a>
  `,
  styleUrl: './recording-player.scss',
  host: { '[class.stacked]': 'keepsWords()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelRecordingPlayer {
  /** Where the recording comes from. */
  readonly source = input.required<RecordingSource>();
  /** Trace id of the call. */
  readonly callTraceID = input.required<string>();
  /** Name of the call, for the buttons' accessible names. */
  readonly who = input.required<string>();
  /** Whether the text stays beside the player, if there is room for a second line. */
  readonly keepsWords = input(false, { transform: booleanAttribute });

  /** Where the recording plays, in seconds from its beginning. Emits some times a second. */
  readonly positionChange = output<number>();

  private readonly audio = viewChild<ElementRef<HTMLAudioElement>>('audio');
  /** Seconds from which it plays once it is loaded. */
  #from = 0;
  readonly #document = inject(DOCUMENT);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #injector = inject(Injector);
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly asking = signal(false);
  protected readonly fault = linkedSignal<string, RecordingFault | null>({
    source: this.callTraceID,
    computation: () => null,
  });
  protected readonly src = linkedSignal<string, string | null>({ source: this.callTraceID, computation: () => null });

  /**
   * Plays from a moment on, and loads the recording first if it is not loaded.
   *
   * @param seconds Seconds from the recording's beginning.
   */
  async playFrom(seconds: number): Promise<void> {
    this.#from = seconds;
    const audio = this.audio()?.nativeElement;
    if (!audio) return this.play();
    this.begin();
    // A browser refuses if nobody has touched the page; the control is there to press.
    await audio.play().catch(() => undefined);
  }

  protected downloadUrl(): string {
    return this.source().downloadUrl(this.callTraceID());
  }

  protected async play(): Promise<void> {
    if (!(await this.#isThere())) return;
    const isFocused = this.#host.contains(this.#document.activeElement);
    this.src.set(this.source().url(this.callTraceID()));
    // The button goes, and the keyboard must not start again from the page's top.
    if (isFocused) afterNextRender(() => this.audio()?.nativeElement.focus(), { injector: this.#injector });
  }

  /** Goes to the wanted moment; later it plays as the operator wants. */
  protected begin(): void {
    const audio = this.audio()?.nativeElement;
    if (audio) audio.currentTime = this.#from;
    this.#from = 0;
  }

  /** Checks first: the link alone would save an error page as the file, or show nothing. */
  protected async download(event: Event): Promise<void> {
    event.preventDefault();
    if (!(await this.#isThere())) return;
    const link = this.#document.createElement('a');
    link.href = this.downloadUrl();
    link.download = '';
    link.click();
  }

  /** Asks the server why, since the browser does not say it. */
  protected async explain(): Promise<void> {
    this.src.set(null);
    if (await this.#isThere()) this.fault.set('failed');
  }

  /** Whether the recording is available. False also if another call is shown meanwhile. */
  async #isThere(): Promise<boolean> {
    if (this.asking()) return false;
    const id = this.callTraceID();
    this.asking.set(true);
    const { status } = await firstValueFrom(this.source().availability(id));
    this.asking.set(false);
    if (id !== this.callTraceID()) return false;
    this.fault.set(status === 'available' ? null : status);
    return status === 'available';
  }
}
