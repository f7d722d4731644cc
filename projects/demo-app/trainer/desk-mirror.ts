import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { DeskView, TraineeView } from '../../training-kit';
import { PageLanguage } from '../kit/page-language';
import type { MirroredDesk } from './mirrored-desk';
import { trainerWords } from './trainer.words';

/** A trainee's desk, live and read-only. Its code is a chunk of its own, so that the list of trainees appears first. */
@Component({
  selector: 'app-desk-mirror',
  template: `
    <div #place class="place" inert [class.stale]="!live()" [hidden]="!isThere()"></div>
    @if (failed()) {
      <p role="alert">{{ words().mirrorFailed }}</p>
    } @else if (!isThere()) {
      <p class="none">{{ words().noDesk }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      min-block-size: 0;
    }
    .place {
      inline-size: 100%;
      // Whole in every window, with larger text too: the page scrolls.
      block-size: 40rem;
      overflow: hidden;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 20px 20px 20px 6px;
      background: var(--mat-sys-surface);
      user-select: none;
    }
    .place[hidden] {
      display: none;
    }
    .stale {
      opacity: 0.5;
    }
    .none {
      padding: 24px;
      border: 1px dashed var(--mat-sys-outline);
      border-radius: 20px 20px 20px 6px;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
  host: { role: 'group', '[attr.aria-label]': 'words().mirrorOf(trainee().name)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeskMirror {
  readonly trainee = input.required<TraineeView>();
  readonly desk = input.required<DeskView>();
  /** Whether snapshots come: without a connection the desk may be old. */
  readonly live = input.required<boolean>();

  /** The server's time now: milliseconds since the epoch. */
  readonly serverNow = input.required<() => number>();

  readonly #language = inject(PageLanguage);
  protected readonly words = computed(() => trainerWords[this.#language.tag()]);
  protected readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  protected readonly failed = signal(false);
  protected readonly isThere = computed(() => this.desk().snapshot !== null);
  readonly #login = computed(() => this.trainee().login);
  readonly #mirror = signal<MirroredDesk | null>(null);

  constructor() {
    effect((onCleanup) => {
      this.#login();
      const trainee = untracked(this.trainee);
      const place = this.place().nativeElement;
      const stop = new AbortController();
      onCleanup(() => {
        stop.abort();
        untracked(this.#mirror)?.close();
        this.#mirror.set(null);
      });
      untracked(() => this.#open(trainee, place, stop.signal)).catch(() => this.failed.set(true));
    });
    effect(() => {
      const mirror = this.#mirror();
      const desk = this.desk();
      // A state of the mirrored application changes nothing here.
      if (mirror) untracked(() => mirror.show(desk, this.serverNow()()));
    });
    effect(() => {
      const tag = this.#language.tag();
      void this.#mirror()
        ?.speak(tag)
        .catch(() => undefined);
    });
  }

  async #open(trainee: TraineeView, place: HTMLElement, stopped: AbortSignal): Promise<void> {
    this.failed.set(false);
    const { MirroredDesk } = await import('./mirrored-desk');
    if (stopped.aborted) return;
    const host = place.ownerDocument.createElement('mediatel-desk');
    place.replaceChildren(host);
    const mirror = await MirroredDesk.open(trainee, host);
    if (stopped.aborted) mirror.close();
    else this.#mirror.set(mirror);
  }
}
