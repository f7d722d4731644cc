import { Injectable, type Signal, signal } from '@angular/core';
import { EMPTY, type Observable, of } from 'rxjs';

/**
 * Which of the operator's tabs is the phone.
 *
 * `off`: nobody is signed in here. `seeking`: not known yet. `leading`: this one. `following`: another one, whose state is
 * shown here and which carries out what is asked here; `foreign` where it runs another version of the library and can't be
 * understood; `silent` where it leaves questions unanswered but keeps the phone, for its call's audio may live. `alone`: the browser has no Web Locks (a page without https), so that other tabs are not known of. `away`: the
 * page was left and may come back.
 */
export type LeaderTabState =
  | { readonly status: 'off' }
  | { readonly status: 'seeking' }
  | { readonly status: 'leading' }
  | { readonly status: 'following'; readonly foreign: boolean; readonly silent: boolean }
  | { readonly status: 'alone' }
  | { readonly status: 'away' };

/** What became of a command that was forwarded. */
export type ForwardOutcome =
  | { readonly status: 'taken' }
  /** The leading tab refused it; `refusal` is its plain data. */
  | { readonly status: 'refused'; readonly refusal: unknown }
  /** No leading tab took it in time, so nothing was sent to Mediatel. */
  | { readonly status: 'not-reached' };

/** A command that another of the operator's tabs forwarded to this one, which leads. */
export interface ForwardedCommand {
  /** Plain data of the same version; its fields are not checked yet. */
  readonly command: unknown;
  /** Must be called once, before the observer returns: `null` when the command was taken, else the refusal. */
  answer(refusal: object | null): void;
}

/** Whether this tab is the operator's phone, among several of theirs. Without `provideMediatel` each tab is the only one. */
@Injectable({ providedIn: 'root', useFactory: () => new OnlyTab() })
export abstract class LeaderTab {
  abstract readonly state: Signal<LeaderTabState>;
  /** What other tabs of the operator shared; plain data of the same version. */
  abstract readonly shared: Observable<unknown>;
  /** Commands of the other tabs, while this one leads. */
  abstract readonly forwarded: Observable<ForwardedCommand>;
  /** Emits when another tab joins, while this one leads. */
  abstract readonly joined: Observable<void>;
  /** Emits when the page wakes or is back, before it seeks the others. */
  abstract readonly returned: Observable<void>;
  /** Sends a note to the other tabs. Must be plain data, and hold no secret. */
  abstract share(note: object): void;
  /** Hands a command to the leading tab, which alone talks to Mediatel. Must be plain data, and hold no secret. Never rejects. */
  abstract forward(command: object): Promise<ForwardOutcome>;
  /** Says to the other tabs that a dialog of the browser may stop this one, so that none takes the phone for it. */
  abstract sayBusy(): void;
  /** Makes this tab the phone. A call that is under way in the other loses its sound. */
  abstract bringHere(): void;

  /** Whether what must happen once happens here: the automatic answer, a screen pop, a log-in by itself. */
  isLeader(): boolean {
    const { status } = this.state();
    return status === 'leading' || status === 'alone';
  }

  /**
   * Emits once, when this tab knows whether it leads.
   *
   * At once as a rule. Where its script stood still, another tab may have taken the phone: then when the browser has said so.
   */
  certain(): Observable<void> {
    return of(undefined);
  }
}

class OnlyTab extends LeaderTab {
  override readonly state = signal<LeaderTabState>({ status: 'leading' }).asReadonly();
  override readonly shared = EMPTY;
  override readonly forwarded = EMPTY;
  override readonly joined = EMPTY;
  override readonly returned = EMPTY;

  override share(): void {
    return;
  }

  override forward(): Promise<ForwardOutcome> {
    return Promise.resolve({ status: 'not-reached' });
  }

  override sayBusy(): void {
    return;
  }

  override bringHere(): void {
    return;
  }
}
