import { DestroyRef, Injectable, InjectionToken, NgZone, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Store, createSelector } from '@ngrx/store';
import {
  MediatelClock,
  LeaderTab,
  Softphone,
  type IncomingSupervisorRequest,
  PresencePublisher,
} from 'mediatel-lib/ports';
import type { Presence } from 'mediatel-lib/hub-protocol';
import { randomId } from 'mediatel-lib/protocol';
import { CallDrafts } from '../drafts/call-drafts';
import { injectSupervisorRequestExecutor } from './supervisor-request-executor';
import { type PresenceFacts, isSamePresence, presenceOf } from './presence-of';
import { selectCall, selectCommandContext, selectPauseName } from '../selectors/selectors';
import { type SupervisorNote, SupervisorNotes } from './supervisor-notes';

/** Where the hub is; `null`: at the page's own origin. */
export const MEDIATEL_FEED_HUB_URL = new InjectionToken<string | null>('MEDIATEL_FEED_HUB_URL');

/** Milliseconds. The quality moves each second of a call; nobody watches it that closely. */
const qualityInterval = 2_000;
/** Milliseconds between two presences at least: a burst of changes is one. The hub takes 10 a second. */
const shortestInterval = 150;

const selectFacts = createSelector(
  selectCommandContext,
  selectCall,
  selectPauseName,
  ({ agent, link, softphone }, call, pause) => ({ agent, link, softphone, call, pause }),
);

type SharedNote =
  | { readonly type: 'mediatelSupervisorNote'; readonly note: SupervisorNote }
  | { readonly type: 'mediatelSupervisorNoteShown' | 'mediatelSupervisorNoteDismissed'; readonly id: string };

/** Tells the hub of the operator from the leading tab, and carries out there what supervisors ask. */
@Injectable()
export class SupervisorFeed {
  readonly #link = inject(PresencePublisher);
  readonly #url = inject(MEDIATEL_FEED_HUB_URL);
  readonly #tab = inject(LeaderTab);
  readonly #clock = inject(MediatelClock);
  readonly #zone = inject(NgZone);
  readonly #notes = inject(SupervisorNotes);
  readonly #drafts = inject(CallDrafts);
  readonly #quality = inject(Softphone).quality;
  readonly #carryOut = injectSupervisorRequestExecutor();
  readonly #facts = inject(Store).selectSignal(selectFacts);
  #wanted = false;
  #wasLoggedOut = false;
  #told: Presence | null = null;
  #toldAt = -Infinity;
  #qualityAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const whileAlive = takeUntilDestroyed<unknown>();
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
    // By the store itself: in a hidden tab effects run with its timers, late.
    inject(Store)
      .select(selectFacts)
      .pipe(whileAlive)
      .subscribe(() => this.#follow());
    effect(() => {
      this.#tab.state();
      this.#quality();
      this.#drafts.all();
      untracked(() => this.#follow());
    });
    this.#link.connected.pipe(whileAlive).subscribe(() => {
      this.#told = null;
      this.#follow();
    });
    this.#link.requests.pipe(takeUntilDestroyed()).subscribe((ask) => void this.#answer(ask));
    this.#tab.shared.pipe(whileAlive).subscribe((shared) => this.#hearTab(shared));
    this.#notes.events.pipe(takeUntilDestroyed()).subscribe(({ type, id }) => {
      if (type === 'shownElsewhere') return;
      this.#share({ type: type === 'shown' ? 'mediatelSupervisorNoteShown' : 'mediatelSupervisorNoteDismissed', id });
    });
  }

  #follow(): void {
    const { agent, link } = this.#facts();
    const wanted = link.session.status === 'signedIn' && this.#tab.isLeader();
    const isLoggedOut = agent.phase === 'loggedOut';
    // Superseded by another machine, and logged in here again: this is the operator's place once more.
    const isBack = this.#wasLoggedOut && !isLoggedOut && this.#link.state() === 'superseded';
    this.#wasLoggedOut = isLoggedOut;
    if (wanted !== this.#wanted || (wanted && isBack)) {
      this.#wanted = wanted;
      if (wanted) this.#link.open(this.#url);
      else this.#link.close();
    }
    if (wanted && this.#link.state() === 'connected') this.#tell();
  }

  #tell(): void {
    const presence = this.#presence();
    if (presence === null || (this.#told && isSamePresence(this.#told, presence))) return;
    const now = this.#clock.monotonic();
    // A new quality alone can wait for its turn; it comes again each second.
    const onlyQuality = this.#told && isSamePresence({ ...this.#told, quality: null }, { ...presence, quality: null });
    if (onlyQuality && now - this.#qualityAt < qualityInterval) return;
    const wait = this.#toldAt + shortestInterval - now;
    if (wait > 0) return this.#tellIn(wait);
    this.#told = presence;
    this.#toldAt = now;
    if (presence.quality) this.#qualityAt = now;
    this.#link.publish(presence);
  }

  #tellIn(wait: number): void {
    clearTimeout(this.#timer);
    this.#zone.runOutsideAngular(() => (this.#timer = setTimeout(() => this.#follow(), wait)));
  }

  #presence(): Presence | null {
    const facts = this.#facts();
    const codes = facts.agent.callTraceID === null ? [] : this.#drafts.of(facts.agent.callTraceID).codeIds;
    const whole: PresenceFacts = {
      ...facts,
      codeChosen: codes.length > 0,
      quality: this.#quality(),
      now: this.#clock.monotonic(),
    };
    return presenceOf(whole);
  }

  async #answer({ from, request, answer }: IncomingSupervisorRequest): Promise<void> {
    const id = randomId();
    const outcome = this.#carryOut(request, id);
    this.#show({ id, from, request, outcome: null });
    const done = await outcome;
    if (request.kind !== 'message') this.#show({ id, from, request, outcome: done.outcome });
    answer(done);
  }

  /** In each of the operator's tabs: nobody knows which of them is looked at. */
  #show(note: SupervisorNote): void {
    this.#notes.put(note);
    this.#share({ type: 'mediatelSupervisorNote', note });
  }

  #share(note: SharedNote): void {
    this.#tab.share(note);
  }

  #hearTab(shared: unknown): void {
    if (!isSharedNote(shared)) return;
    if (shared.type === 'mediatelSupervisorNote') this.#notes.put(shared.note);
    else if (shared.type === 'mediatelSupervisorNoteDismissed') this.#notes.remove(shared.id);
    else this.#notes.shownElsewhere(shared.id);
  }
}

const sharedTypes: readonly unknown[] = [
  'mediatelSupervisorNote',
  'mediatelSupervisorNoteShown',
  'mediatelSupervisorNoteDismissed',
] satisfies SharedNote['type'][];

/** From a tab of the same version only: nothing else of it needs checking. */
const isSharedNote = (shared: unknown): shared is SharedNote =>
  typeof shared === 'object' && shared !== null && 'type' in shared && sharedTypes.includes(shared.type);
