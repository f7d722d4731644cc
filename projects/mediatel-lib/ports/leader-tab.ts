import { Injectable, type Signal, inject, signal } from '@angular/core';
import { EMPTY, type Observable, of } from 'rxjs';
import { SetupPlace } from './setup-place';

/**
 * State of the leader election among the operator's tabs: the leading tab is the phone.
 *
 * - `off`: nobody is signed in here.
 * - `seeking`: not decided yet.
 * - `leading`: this tab is the phone.
 * - `following`: another tab is the phone. This one shows its state and forwards commands to it. `foreign`: it runs
 *   another version of the library, which this tab can't understand. `silent`: it leaves questions unanswered but
 *   keeps the phone, since the audio of its call may still work.
 * - `alone`: the browser has no Web Locks (a page without https), so this tab can't know of others.
 * - `away`: the user left the page, and may come back to it.
 */
export type LeaderTabState =
  | { readonly status: 'off' }
  | { readonly status: 'seeking' }
  | { readonly status: 'leading' }
  | { readonly status: 'following'; readonly foreign: boolean; readonly silent: boolean }
  | { readonly status: 'alone' }
  | { readonly status: 'away' };

/**
 * An answered call that changed its tab, or did not, without being asked to.
 *
 * - `taken-over`: it came to this tab, since its own was closed or crashed.
 * - `kept`: it was brought to another tab, had no sound there in time, and is in this one again.
 * - `went-back`: it was brought to this tab, had no sound here in time, and is in the other one again.
 */
export interface CallMove {
  /** What happened. */
  readonly how: 'taken-over' | 'kept' | 'went-back';
  /** When, in monotonic milliseconds. */
  readonly at: number;
}

/** Outcome of a forwarded command. */
export type ForwardOutcome =
  /** `receipt` is plain data by which the command's outcome is recognised later. */
  | { readonly status: 'taken'; readonly receipt?: unknown }
  /** The leading tab refused it, or a part of it. `refusal` is plain data that says why. */
  | { readonly status: 'refused'; readonly refusal: unknown; readonly receipt?: unknown }
  /** No leading tab took it in time. Nothing was sent to Mediatel. */
  | { readonly status: 'not-reached' }
  /** The leading tab took it, or may have taken it, and its answer did not arrive. It may have been sent to Mediatel. */
  | { readonly status: 'unknown' };

/** A command that another of the operator's tabs forwarded to this tab, which leads. */
export interface ForwardedCommand {
  /** Plain data from a tab of the same version. Its fields are not checked yet. */
  readonly command: unknown;
  /**
   * Answers the forwarding tab: `null` if the command was taken, else the refusal. `receipt` is plain data for the
   * forwarding tab.
   *
   * The observer must call it once, before it returns.
   */
  answer(refusal: object | null, receipt?: object | null): void;
}

/**
 * Reports whether this tab is the phone among the operator's tabs. Without `provideMediatel`, each tab counts as the
 * only one.
 */
@Injectable({ providedIn: 'root', useFactory: () => inject(SetupPlace).find(LeaderTab) ?? new OnlyTab() })
export abstract class LeaderTab {
  /** State of the leader election. */
  abstract readonly state: Signal<LeaderTabState>;
  /** The last call that changed its tab without being asked to; `null` before the first. */
  readonly callMove: Signal<CallMove | null> = signal<CallMove | null>(null);
  /** Notes that the operator's other tabs shared: plain data of the same version. */
  abstract readonly shared: Observable<unknown>;
  /** Commands that other tabs forward, while this tab leads. */
  abstract readonly forwarded: Observable<ForwardedCommand>;
  /** Emits when another tab joins, while this tab leads. */
  abstract readonly joined: Observable<void>;
  /** Emits when the page wakes up or comes back, before it looks for the other tabs. */
  abstract readonly returned: Observable<void>;
  /** Sends a note to the other tabs. It must be plain data without secrets. */
  abstract share(note: object): void;
  /**
   * Forwards a command to the leading tab, which alone talks to Mediatel. The command must be plain data without
   * secrets. Never rejects.
   */
  abstract forward(command: object): Promise<ForwardOutcome>;
  /** Tells the other tabs that a browser dialog may block this tab, so that no other tab takes over the phone. */
  abstract sayBusy(): void;
  /**
   * Makes this tab the phone. An answered call comes along if the phone can resume it (`Softphone.keptCall`); else it
   * loses its audio.
   */
  abstract bringHere(): void;

  /** Whether this tab does what must happen only once: the automatic answer, a screen pop, an automatic log-in. */
  isLeader(): boolean {
    const { status } = this.state();
    return status === 'leading' || status === 'alone';
  }

  /**
   * Sets whether a tab that becomes the phone leaves its softphone off: during a sign-out, a lead that comes back must
   * not register again. A softphone that is on stays on.
   *
   * The default does nothing: a tab that always leads starts its softphone only when it is asked to.
   */
  keepPhoneOff(_isKeptOff: boolean): void {
    return;
  }

  /**
   * Emits once, as soon as this tab knows for certain whether it leads.
   *
   * Usually at once. If the tab's script was suspended, another tab may have taken over; then it emits after the
   * browser has answered who holds the lock.
   */
  certain(): Observable<void> {
    return of(undefined);
  }
}

/** The only tab of its operator. It leads, and there is no other tab to talk to. */
export class OnlyTab extends LeaderTab {
  /** Always `leading`. */
  override readonly state = signal<LeaderTabState>({ status: 'leading' }).asReadonly();
  /** No tab shares notes. */
  override readonly shared = EMPTY;
  /** No tab forwards commands. */
  override readonly forwarded = EMPTY;
  /** No tab joins. */
  override readonly joined = EMPTY;
  /** The page never sleeps. */
  override readonly returned = EMPTY;

  /** Does nothing. */
  override share(): void {
    return;
  }

  /** Always `not-reached`. */
  override forward(): Promise<ForwardOutcome> {
    return Promise.resolve({ status: 'not-reached' });
  }

  /** Does nothing. */
  override sayBusy(): void {
    return;
  }

  /** Does nothing. */
  override bringHere(): void {
    return;
  }
}
