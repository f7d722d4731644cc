import { Injectable, type Signal, signal } from '@angular/core';
import { EMPTY, type Observable } from 'rxjs';

/**
 * Which of the operator's tabs is the phone.
 *
 * `off`: nobody is signed in here. `seeking`: not known yet. `leading`: this one. `following`: another one, whose state is
 * shown here and which carries out what is asked here; `foreign` where it runs another version of the library and can't be
 * understood. `alone`: the browser has no Web Locks (a page without https), so that other tabs are not known of. `away`: the
 * page was left and may come back.
 */
export type PhoneTabState =
  | { readonly status: 'off' }
  | { readonly status: 'seeking' }
  | { readonly status: 'leading' }
  | { readonly status: 'following'; readonly foreign: boolean }
  | { readonly status: 'alone' }
  | { readonly status: 'away' };

/** Whether this tab is the operator's phone, among several of theirs. Without `provideMediatel` each tab is the only one. */
@Injectable({ providedIn: 'root', useFactory: () => new OnlyTab() })
export abstract class PhoneTab {
  abstract readonly state: Signal<PhoneTabState>;
  /** What other tabs of the operator shared; plain data of the same version. */
  abstract readonly shared: Observable<unknown>;
  /** Tells the other tabs. Must be plain data, and hold no secret. */
  abstract share(note: object): void;
  /** Makes this tab the phone. A call that is under way in the other loses its sound. */
  abstract bringHere(): void;

  /** Whether what must happen once happens here: the automatic answer, a screen pop, a log-in by itself. */
  leads(): boolean {
    const { status } = this.state();
    return status === 'leading' || status === 'alone';
  }
}

class OnlyTab extends PhoneTab {
  override readonly state = signal<PhoneTabState>({ status: 'leading' }).asReadonly();
  override readonly shared = EMPTY;

  override share(): void {
    return;
  }

  override bringHere(): void {
    return;
  }
}
