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
import { type Presence, operatorPauses } from 'mediatel-lib/hub-protocol';
import { randomId } from 'mediatel-lib/protocol';
import { CallDrafts } from '../drafts/call-drafts';
import { injectSupervisorRequestExecutor } from './supervisor-request-executor';
import { type PresenceFacts, isSamePresence, presenceOf } from './presence-of';
import { selectCall, selectCommandContext, selectPauseName } from '../selectors/selectors';
import { MEDIATEL_FEED_NOTES } from './feed-notes';
import type { SupervisorNote } from './supervisor-notes';

export { MEDIATEL_FEED_NOTES } from './feed-notes';

/** The hub's URL; `null`: the page's own origin. */
export const MEDIATEL_FEED_HUB_URL = new InjectionToken<string | null>('MEDIATEL_FEED_HUB_URL');

/** The least time (ms) between two presences that differ only in quality, which changes each second of a call. */
const qualityInterval = 2_000;
/** The least time (ms) between two presences, so that a burst of changes becomes one. The hub takes 10 per second. */
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

/** Publishes the operator's presence to the hub from the leading tab, and executes supervisors' requests there. */
@Injectable()
export class SupervisorFeed {
  readonly #link = inject(PresencePublisher);
  readonly #url = inject(MEDIATEL_FEED_HUB_URL);
  readonly #tab = inject(LeaderTab);
  readonly #clock = inject(MediatelClock);
  readonly #zone = inject(NgZone);
  readonly #notes = inject(MEDIATEL_FEED_NOTES);
  readonly #drafts = inject(CallDrafts);
  readonly #quality = inject(Softphone).quality;
  readonly #carryOut = injectSupervisorRequestExecutor();
  readonly #facts = inject(Store).selectSignal(selectFacts);
  #wanted = false;
  #wasLoggedOut = false;
  #published: Presence | null = null;
  #publishedAt = -Infinity;
  #qualityAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const whileAlive = takeUntilDestroyed<unknown>();
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
    // Subscribes to the store itself: in a hidden tab, Angular effects run late, with the tab's timers.
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
      this.#published = null;
      this.#follow();
    });
    this.#link.requests.pipe(takeUntilDestroyed()).subscribe((ask) => void this.#answer(ask));
    this.#link.pausesWanted.pipe(takeUntilDestroyed()).subscribe((answer) => {
      answer(operatorPauses(this.#facts().agent.pauseList.map(({ name }) => name)));
    });
    this.#tab.shared.pipe(whileAlive).subscribe((shared) => this.#takeShared(shared));
    this.#notes.events.pipe(takeUntilDestroyed()).subscribe(({ type, id }) => {
      if (type === 'shownElsewhere') return;
      this.#share({ type: type === 'shown' ? 'mediatelSupervisorNoteShown' : 'mediatelSupervisorNoteDismissed', id });
    });
  }

  #follow(): void {
    const { agent, link } = this.#facts();
    const wanted = link.session.status === 'signedIn' && this.#tab.isLeader();
    const isLoggedOut = agent.phase === 'loggedOut';
    // Another machine superseded this one, but the operator logged in here again: this is the operator's place now.
    const isBack = this.#wasLoggedOut && !isLoggedOut && this.#link.state() === 'superseded';
    this.#wasLoggedOut = isLoggedOut;
    if (wanted !== this.#wanted || (wanted && isBack)) {
      this.#wanted = wanted;
      if (wanted) this.#link.open(this.#url);
      else this.#link.close();
    }
    if (wanted && this.#link.state() === 'connected') this.#publish();
  }

  #publish(): void {
    const presence = this.#presence();
    if (presence === null || (this.#published && isSamePresence(this.#published, presence))) return;
    const now = this.#clock.monotonic();
    // A change of the quality alone can wait: the next one comes within a second.
    const onlyQuality =
      this.#published && isSamePresence({ ...this.#published, quality: null }, { ...presence, quality: null });
    if (onlyQuality && now - this.#qualityAt < qualityInterval) return;
    const wait = this.#publishedAt + shortestInterval - now;
    if (wait > 0) return this.#publishIn(wait);
    this.#published = presence;
    this.#publishedAt = now;
    if (presence.quality) this.#qualityAt = now;
    this.#link.publish(presence);
  }

  #publishIn(wait: number): void {
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

  async #answer({ from, name, request, answer }: IncomingSupervisorRequest): Promise<void> {
    const id = randomId();
    const outcome = this.#carryOut(request, id);
    const isMessage = request.kind === 'message';
    if (isMessage) this.#shareNote({ id, from, name, request, outcome: null });
    const done = await outcome;
    // A failed request changed nothing, so only the supervisor learns of it.
    if (!isMessage && done.outcome === 'sent') this.#shareNote({ id, from, name, request, outcome: done.outcome });
    answer(done);
  }

  /** Shows the note in each of the operator's tabs: nobody knows which of them is on the screen. */
  #shareNote(note: SupervisorNote): void {
    this.#notes.addNote(note);
    this.#share({ type: 'mediatelSupervisorNote', note });
  }

  #share(note: SharedNote): void {
    this.#tab.share(note);
  }

  #takeShared(shared: unknown): void {
    if (!isSharedNote(shared)) return;
    if (shared.type === 'mediatelSupervisorNote') this.#notes.addNote(shared.note);
    else if (shared.type === 'mediatelSupervisorNoteDismissed') this.#notes.remove(shared.id);
    else this.#notes.shownElsewhere(shared.id);
  }
}

const sharedTypes: readonly unknown[] = [
  'mediatelSupervisorNote',
  'mediatelSupervisorNoteShown',
  'mediatelSupervisorNoteDismissed',
] satisfies SharedNote['type'][];

/** Whether another tab shared a note. Only tabs of the same version share, so the type is enough to check. */
const isSharedNote = (shared: unknown): shared is SharedNote =>
  typeof shared === 'object' && shared !== null && 'type' in shared && sharedTypes.includes(shared.type);
