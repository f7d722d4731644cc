import { ChangeDetectionStrategy, Component, afterRenderEffect, computed, inject, signal } from '@angular/core';
import { type SupervisorNote, SupervisorNotes } from 'mediatel-lib/store';
import { MediatelIcon, MediatelIntl, type ViewLabels } from 'mediatel-lib/ui';

/** The longest text that fits into the line, in characters. A longer one can be unfolded. */
const shownLength = 48;

/**
 * What supervisors did or wrote, in one line over the desk's foot: the newest, until the operator dismisses it.
 *
 * Older notes and the rest of a long one unfold above the primary action, so that nothing moves.
 */
@Component({
  selector: 'mediatel-supervisor-notes',
  imports: [MediatelIcon],
  template: `
    @if (words(); as words) {
      @if (cards().length > 0) {
        <ul [class.open]="isOpen()" [attr.aria-label]="words.title">
          @for (card of shown(); track card.id) {
            <li>
              <mediatel-icon name="info" />
              <p class="text" role="status" [title]="card.text">{{ card.text }}</p>
              <button
                type="button"
                class="dismiss"
                [attr.aria-label]="words.understood"
                [title]="words.understood"
                (click)="dismiss(card.id)"
              >
                <mediatel-icon name="close" />
              </button>
            </li>
          }
        </ul>
        @if (isFolded()) {
          <button type="button" class="more" [attr.aria-expanded]="isOpen()" (click)="isUnfolded.set(!isOpen())">
            {{ cards().length > 1 ? '+' + (cards().length - 1) : labels().details }}
          </button>
        }
      }
    }
  `,
  styleUrl: './supervisor-notes-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SupervisorNotesList {
  readonly #notes = inject(SupervisorNotes);
  readonly #intl = inject(MediatelIntl);
  readonly #loaded = signal(false);
  readonly #markedIds = new Set<string>();
  protected readonly labels = this.#intl.labels;
  protected readonly words = computed<ViewLabels['asked'] | null>(() =>
    this.#loaded() ? this.#intl.viewLabels().asked : null,
  );
  /** The notes in words, the newest first. */
  protected readonly cards = computed(() => {
    const words = this.words();
    if (words === null) return [];
    return this.#notes.all().map((note) => ({ id: note.id, text: textOf(note, words) }));
  });
  /** Whether the line does not show everything. */
  protected readonly isFolded = computed(
    () => this.cards().length > 1 || (this.cards()[0]?.text.length ?? 0) > shownLength,
  );
  protected readonly isUnfolded = signal(false);
  protected readonly isOpen = computed(() => this.isFolded() && this.isUnfolded());
  protected readonly shown = computed(() => (this.isOpen() ? this.cards() : this.cards().slice(0, 1)));

  constructor() {
    // The chunk can't be loaded: the note stays unshown, and the supervisor learns that nobody saw it.
    void this.#intl.loadViews().then(
      () => this.#loaded.set(true),
      () => undefined,
    );
    afterRenderEffect(() => {
      for (const { id } of this.shown()) {
        if (this.#markedIds.has(id)) continue;
        this.#markedIds.add(id);
        this.#notes.markShown(id);
      }
    });
  }

  protected dismiss(id: string): void {
    this.#notes.dismiss(id);
  }
}

function textOf({ from, name = from, request }: SupervisorNote, words: ViewLabels['asked']): string {
  switch (request.kind) {
    case 'message':
      return `${words.message(name)}: ${request.text}`;
    case 'takePause':
      return words.takePause(name, request.pause);
    default:
      return words.request[request.kind](name);
  }
}
