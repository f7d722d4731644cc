import { Injectable, type Signal, inject, linkedSignal } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import type { SupervisorRequest, SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';
import { CustomerTraces } from '../drafts/customer-traces';

/** What a supervisor asked for, and what became of it: the operator always sees who asked. */
export interface SupervisorNote {
  readonly id: string;
  /** The supervisor's login. */
  readonly from: string;
  readonly request: SupervisorRequest;
  /** `null` while it is under way. */
  readonly outcome: SupervisorRequestOutcome['outcome'] | null;
}

export interface SupervisorNoteEvent {
  readonly type: 'shown' | 'shownElsewhere' | 'dismissed';
  readonly id: string;
}

/** More than these nobody reads; the oldest go. */
const mostNotes = 5;

/** Supervisors' requests that the operator has not put away yet, the newest first. Filled by `withSupervisorFeed()`. */
@Injectable({ providedIn: 'root' })
export class SupervisorNotes {
  /** Written to one operator: the next one at this computer sees none of them. */
  readonly #notes = linkedSignal<number, readonly SupervisorNote[]>({
    source: inject(CustomerTraces).forgotten,
    computation: () => [],
  });
  readonly all: Signal<readonly SupervisorNote[]> = this.#notes.asReadonly();
  readonly #dismissed = new Set<string>();
  readonly #events = new Subject<SupervisorNoteEvent>();
  /** What the views and the operator did with notes. */
  readonly events: Observable<SupervisorNoteEvent> = this.#events.asObservable();

  /** Adds a note, or brings a known one up to date. */
  put(note: SupervisorNote): void {
    if (this.#dismissed.has(note.id)) return;
    this.#notes.update((notes) => [note, ...notes.filter(({ id }) => id !== note.id)].slice(0, mostNotes));
  }

  /** To be called by the view that has put the note on the screen. */
  markShown(id: string): void {
    this.#events.next({ type: 'shown', id });
  }

  /** Another tab of the operator has put it on the screen. */
  shownElsewhere(id: string): void {
    this.#events.next({ type: 'shownElsewhere', id });
  }

  /** The operator has read it. */
  dismiss(id: string): void {
    this.remove(id);
    this.#events.next({ type: 'dismissed', id });
  }

  /** It was put away in another tab. */
  remove(id: string): void {
    this.#dismissed.add(id);
    this.#notes.update((notes) => notes.filter((note) => note.id !== id));
  }
}
