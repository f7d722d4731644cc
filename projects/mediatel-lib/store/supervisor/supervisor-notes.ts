import { Injectable, type Signal, inject, linkedSignal } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import type { SupervisorRequest, SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';
import { CustomerTraces } from '../drafts/customer-traces';

/** A supervisor's message, or a supervisor's request that was carried out. The operator always sees who it was. */
export interface SupervisorNote {
  /** A random id, unique among notes. */
  readonly id: string;
  /** The supervisor's login. */
  readonly from: string;
  /** The supervisor's name; a hub of an older version sends none. */
  readonly name?: string | undefined;
  /** What the supervisor requested, such as a message or a pause. */
  readonly request: SupervisorRequest;
  /** What became of the request: `sent`; `null` for a message. */
  readonly outcome: SupervisorRequestOutcome['outcome'] | null;
}

/** What happened to a note on the operator's screen. */
export interface SupervisorNoteEvent {
  /** `shown`: in this tab. `shownElsewhere`: in another tab of the operator. `dismissed`: the operator put it away here. */
  readonly type: 'shown' | 'shownElsewhere' | 'dismissed';
  /** The note's `id`. */
  readonly id: string;
}

/** The most notes that are kept; the oldest are dropped. Nobody reads more. */
const mostNotes = 5;

/** Supervisors' requests that the operator has not dismissed yet, at most five. Filled by `withSupervisorFeed()`. */
@Injectable({ providedIn: 'root' })
export class SupervisorNotes {
  /** Emptied at the sign-out, so that the next operator at this computer sees none of them. */
  readonly #notes = linkedSignal<number, readonly SupervisorNote[]>({
    source: inject(CustomerTraces).forgotten,
    computation: () => [],
  });
  /** The notes, the newest first. */
  readonly all: Signal<readonly SupervisorNote[]> = this.#notes.asReadonly();
  readonly #dismissed = new Set<string>();
  readonly #events = new Subject<SupervisorNoteEvent>();
  /** Emits when a note is shown or dismissed. */
  readonly events: Observable<SupervisorNoteEvent> = this.#events.asObservable();

  /** Adds a note, or replaces the note of the same id. A dismissed note stays away. */
  addNote(note: SupervisorNote): void {
    if (this.#dismissed.has(note.id)) return;
    this.#notes.update((notes) => [note, ...notes.filter(({ id }) => id !== note.id)].slice(0, mostNotes));
  }

  /** A view that shows notes calls this once the note is on the screen. The supervisor then sees that the message is shown. */
  markShown(id: string): void {
    this.#events.next({ type: 'shown', id });
  }

  /** Another tab of the operator has shown the note. */
  shownElsewhere(id: string): void {
    this.#events.next({ type: 'shownElsewhere', id });
  }

  /** Removes a note that the operator has read, in all of the operator's tabs. */
  dismiss(id: string): void {
    this.remove(id);
    this.#events.next({ type: 'dismissed', id });
  }

  /** Removes a note in this tab only, such as one that was dismissed in another tab. */
  remove(id: string): void {
    this.#dismissed.add(id);
    this.#notes.update((notes) => notes.filter((note) => note.id !== id));
  }
}
