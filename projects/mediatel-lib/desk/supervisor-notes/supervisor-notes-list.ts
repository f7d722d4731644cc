import { ChangeDetectionStrategy, Component, afterRenderEffect, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type SupervisorNote, SupervisorNotes } from 'mediatel-lib/store';
import { MediatelIcon, MediatelIntl, type ViewLabels } from 'mediatel-lib/ui';

/** Cards with supervisors' requests to the operator, until the operator dismisses them. Each names its supervisor. */
@Component({
  selector: 'mediatel-supervisor-notes',
  imports: [MediatelIcon, MatButton],
  template: `
    @if (words(); as words) {
      <ul [attr.aria-label]="words.title">
        @for (card of cards(); track card.id) {
          <li role="status">
            <mediatel-icon name="info" />
            <div class="text">
              <p class="who">{{ card.title }}</p>
              @if (card.text) {
                <p>{{ card.text }}</p>
              }
            </div>
            <button matButton="text" type="button" (click)="dismiss(card.id)">{{ words.understood }}</button>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      max-block-size: 180px;
      margin: 0;
      padding: 0;
      overflow-y: auto;
      list-style: none;
    }
    li {
      display: flex;
      align-items: flex-start;
      gap: 10px;
      padding: 10px 8px 10px 16px;
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
      font: var(--mat-sys-body-medium);
    }
    li + li {
      border-block-start: 1px solid var(--mat-sys-outline-variant);
    }
    .text {
      flex: 1;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    p {
      margin: 0;
    }
    .who {
      font: var(--mat-sys-title-small);
    }
    button {
      flex: none;
      --mat-button-text-label-text-color: currentColor;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SupervisorNotesList {
  readonly #notes = inject(SupervisorNotes);
  readonly #intl = inject(MediatelIntl);
  readonly #loaded = signal(false);
  readonly #shown = new Set<string>();
  protected readonly words = computed<ViewLabels['asked'] | null>(() =>
    this.#loaded() ? this.#intl.viewLabels().asked : null,
  );
  /** The cards. A command whose outcome is open has no card yet. */
  protected readonly cards = computed(() => {
    const words = this.words();
    if (words === null) return [];
    return this.#notes
      .all()
      .filter(({ request, outcome }) => request.kind === 'message' || outcome !== null)
      .map((note) => ({ id: note.id, ...wordsOf(note, words) }));
  });

  constructor() {
    // The chunk can't be loaded: the note stays unshown, and the supervisor learns that nobody saw it.
    void this.#intl.loadViews().then(
      () => this.#loaded.set(true),
      () => undefined,
    );
    afterRenderEffect(() => {
      for (const { id } of this.cards()) {
        if (this.#shown.has(id)) continue;
        this.#shown.add(id);
        this.#notes.markShown(id);
      }
    });
  }

  protected dismiss(id: string): void {
    this.#notes.dismiss(id);
  }
}

function wordsOf(
  { from, request, outcome }: SupervisorNote,
  words: ViewLabels['asked'],
): { readonly title: string; readonly text: string | null } {
  if (request.kind === 'message') return { title: words.message(from), text: request.text };
  const title = request.kind === 'takePause' ? words.takePause(from, request.pause) : words.request[request.kind](from);
  return { title, text: outcome === 'sent' ? null : words.refused };
}
