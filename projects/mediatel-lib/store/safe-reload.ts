import {
  DestroyRef,
  InjectionToken,
  type Signal,
  computed,
  effect,
  inject,
  signal,
  untracked,
  ɵɵdefineInjectable,
} from '@angular/core';
import { Store } from '@ngrx/store';
import { LeaderTab, MEDIATEL_TIMERS, Softphone } from 'mediatel-lib/ports';
import { Subscription, filter } from 'rxjs';
import { AccountVault } from './commands/account-vault';
import { noteOwnReload } from './facade/own-reload';
import { type ReloadObstacle, selectHasCall, storageLooks } from './facade/reload-safety';
import { Mediatel } from './mediatel';
import { agentFeature } from './state/agent-feature';

/**
 * How `SafeReload` loads the page again. Default: `location.reload()`, at the address `to` if there is one.
 *
 * A host replaces it to do something before, and in tests.
 */
export const MEDIATEL_RELOAD = /* @__PURE__ */ new InjectionToken<(to: string | null) => void>('MEDIATEL_RELOAD', {
  providedIn: 'root',
  factory: () => (to) => {
    // A reload is told from leaving the page, and asks nothing in a call that goes on.
    if (to !== null) history.replaceState(history.state, '', to);
    location.reload();
  },
});

/** What happens to a call when the page is reloaded: the reload waits for its end, or the next page goes on with it. */
export type ReloadInCall = 'wait' | 'resume';

/** A reload that is asked for. */
export interface SafeReloadRequest {
  /** Default `wait`. */
  readonly inCall?: ReloadInCall;
  /** The address, of the same origin, at which the page comes back. Default: the present one. */
  readonly to?: string;
}

/** What a reload waits for, see `SafeReloadState`. */
export type ReloadWaitReason = ReloadObstacle | 'unsaved' | 'after-call' | 'others';

/**
 * Where a reload is.
 *
 * ```
 *  none ──request()──▶ waiting ──nothing would be lost──▶ reloading ──▶ (the next page)
 *   ▲                                                        │
 *   └───────────── the person kept the page ─────────────────┘
 * ```
 *
 * `reason`: what would be lost; `unsaved` is the host's own work. `after-call`: nothing would be lost, but the operator is at the
 * call's codes. `others`: the operator's other tabs are reloaded first.
 * `canResume`: whether a request with `resume` would reload now.
 */
export type SafeReloadState =
  | { readonly status: 'none' }
  | {
      readonly status: 'waiting';
      readonly reason: ReloadWaitReason;
      readonly canResume: boolean;
    }
  | { readonly status: 'reloading' };

/** What the tabs tell each other. */
type ReloadNote = { readonly type: 'reloadWanted'; readonly inCall: ReloadInCall } | { readonly type: 'reloadBegun' };

const isNote = (note: unknown): note is ReloadNote => {
  const { type, inCall } = { ...(note as { readonly type?: unknown; readonly inCall?: unknown } | null) };
  return type === 'reloadBegun' || (type === 'reloadWanted' && (inCall === 'wait' || inCall === 'resume'));
};

/** How long the tab with the call waits for other tabs to say that they begin (ms), and how long until they are back. */
const answerTime = 1000;
const backTime = 6000;
/** How often a call that is not stored yet is looked for (ms). */
const lookTime = 1000;
/** After this time (ms) a page that is still there was kept by the person, at the browser's question. */
const keptTime = 10_000;

interface Wanted {
  readonly inCall: ReloadInCall;
  readonly to: string | null;
}

/**
 * Reloads the page for a new version of the CRM, once nothing is lost by it.
 *
 * Every tab of the operator follows a request; so inject it when the application starts. In mid-call the tab that is the phone
 * goes last: a tab that is back takes the call at once.
 */
export class SafeReload {
  /**
   * Angular's definition of a service at the root.
   *
   * @internal Written out because a decorated class stays in the first bundle of a host that does not use it.
   */
  static readonly ɵprov = /* @__PURE__ */ ɵɵdefineInjectable({
    token: SafeReload,
    providedIn: 'root',
    factory: () => new SafeReload(),
  });

  readonly #mediatel = inject(Mediatel);
  readonly #store = inject(Store);
  readonly #hasCall = this.#store.selectSignal(selectHasCall);
  readonly #phase = this.#store.selectSignal(agentFeature.selectPhase);
  readonly #tab = inject(LeaderTab);
  readonly #softphone = inject(Softphone);
  readonly #vault = inject(AccountVault);
  readonly #timers = inject(MEDIATEL_TIMERS);
  readonly #reload = inject(MEDIATEL_RELOAD);
  readonly #running = new Subscription();
  readonly #wanted = signal<Wanted | null>(null);
  readonly #isReloading = signal(false);
  readonly #holds = signal<readonly (() => boolean)[]>([]);
  /** How many other tabs have begun and are not back. */
  readonly #others = signal(0);
  /** Whether other tabs may still begin, or come back, before this one. */
  readonly #othersMay = signal<'begin' | 'come-back' | 'nothing'>('nothing');
  #look = Subscription.EMPTY;

  readonly #isHeld = computed(() => this.#holds().some((isUnsaved) => isUnsaved()));
  readonly #isLost = computed(() => {
    storageLooks();
    const { account } = this.#vault;
    return this.#hasCall() && (account === null || this.#softphone.keptCall(account.sip) === null);
  });
  readonly #isOthersTurn = computed(() => {
    if (!this.#hasCall() || !this.#tab.isLeader()) return false;
    const may = this.#othersMay();
    return may === 'begin' || (may === 'come-back' && this.#others() > 0);
  });

  /** Where the reload is, for a line on the page. */
  readonly state: Signal<SafeReloadState> = computed(() => {
    const wanted = this.#wanted();
    if (this.#isReloading()) return { status: 'reloading' };
    if (wanted === null) return { status: 'none' };
    const reason = this.#reason(wanted.inCall);
    if (reason === null) return { status: 'reloading' };
    const inCall = wanted.inCall === 'resume' ? reason : this.#reason('resume');
    return { status: 'waiting', reason, canResume: inCall === null || inCall === 'others' };
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#running.unsubscribe();
    });
    this.#running.add(
      this.#tab.shared.pipe(filter(isNote)).subscribe((note) => {
        if (note.type === 'reloadWanted') this.#want(note.inCall, null);
        else this.#others.update((count) => count + 1);
      }),
    );
    this.#running.add(
      this.#tab.joined.subscribe(() => {
        this.#others.update((count) => Math.max(0, count - 1));
      }),
    );
    effect(() => {
      const wanted = this.#wanted();
      if (wanted === null || this.#isReloading()) return;
      const reason = this.#reason(wanted.inCall);
      untracked(() => {
        if (reason === null) this.#begin(wanted.to);
        else if (this.#isLost()) this.#lookAgain();
      });
    });
  }

  /** Asks for a reload, in every tab of the operator. A later request may change `wait` to `resume`, not back. */
  request({ inCall = 'wait', to }: SafeReloadRequest = {}): void {
    this.#tab.share({ type: 'reloadWanted', inCall } satisfies ReloadNote);
    this.#want(inCall, to ?? null);
  }

  /**
   * Keeps the page while the host has unsaved work of its own. `isUnsaved` reads signals. Call it in an injection context: it
   * counts until that is destroyed.
   */
  holdWhile(isUnsaved: () => boolean): void {
    this.#holds.update((holds) => [...holds, isUnsaved]);
    inject(DestroyRef).onDestroy(() => {
      this.#holds.update((holds) => holds.filter((hold) => hold !== isUnsaved));
    });
  }

  #want(inCall: ReloadInCall, to: string | null): void {
    const before = untracked(this.#wanted);
    const isNew = inCall === 'resume' && before?.inCall !== 'resume';
    this.#wanted.set({ inCall: before?.inCall === 'resume' ? 'resume' : inCall, to: to ?? before?.to ?? null });
    if (!isNew) return;
    this.#others.set(0);
    this.#othersMay.set('begin');
    this.#after(answerTime, () => this.#othersMay.set('come-back'));
    this.#after(backTime, () => this.#othersMay.set('nothing'));
  }

  #reason(inCall: ReloadInCall): ReloadWaitReason | null {
    if (this.#isHeld()) return 'unsaved';
    const safety = inCall === 'wait' ? this.#mediatel.safeToReload() : this.#mediatel.safeToReloadInCall();
    if (!safety.safe) return safety.reason;
    if (inCall === 'wait') return this.#phase() === 'clerical' ? 'after-call' : null;
    if (this.#isLost()) return 'in-call';
    return this.#isOthersTurn() ? 'others' : null;
  }

  #begin(to: string | null): void {
    this.#isReloading.set(true);
    this.#tab.share({ type: 'reloadBegun' } satisfies ReloadNote);
    noteOwnReload();
    this.#after(keptTime, () => {
      this.#wanted.set(null);
      this.#isReloading.set(false);
    });
    this.#reload(to);
  }

  #lookAgain(): void {
    this.#look.unsubscribe();
    this.#look = this.#after(lookTime, () => storageLooks.update((count) => count + 1));
  }

  #after(time: number, run: () => void): Subscription {
    const timer = this.#timers.schedule(run, time);
    this.#running.add(timer);
    return timer;
  }
}
