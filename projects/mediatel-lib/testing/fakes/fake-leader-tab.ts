import { Injectable, signal } from '@angular/core';
import {
  type CallMove,
  type ForwardOutcome,
  type ForwardedCommand,
  LeaderTab,
  type LeaderTabState,
} from 'mediatel-lib/ports';
import { type Observable, Subject, of, take } from 'rxjs';

/** A `LeaderTab` that the test controls. It leads at first. */
@Injectable()
export class FakeLeaderTab extends LeaderTab {
  /** Whether the tab leads; the test writes it. */
  override readonly state = signal<LeaderTabState>({ status: 'leading' });
  /** A call that changed its tab; the test writes it. */
  override readonly callMove = signal<CallMove | null>(null);
  /** Notes of other tabs; the test emits them. */
  override readonly shared = new Subject<unknown>();
  /** Commands of other tabs; the test emits them. */
  override readonly forwarded = new Subject<ForwardedCommand>();
  /** Another tab joins; the test emits it. */
  override readonly joined = new Subject<void>();
  /** The page wakes or is back; the test emits it. */
  override readonly returned = new Subject<void>();
  /** The notes of all calls of `share()`, in order. */
  readonly notes: object[] = [];
  /** The commands of all calls of `forward()`, in order. */
  readonly commands: object[] = [];
  /** The outcome of forwarded commands. */
  outcome: ForwardOutcome = { status: 'taken' };
  /** Emits when the tab knows whether it leads; `null` when it already knows. */
  doubt: Subject<void> | null = null;
  /** Number of calls of `bringHere()`. */
  brought = 0;
  /** The last value of `keepPhoneOff()`. */
  isPhoneKeptOff = false;
  /** Number of calls of `sayBusy()`. */
  saidBusy = 0;

  /** Makes another tab the leading tab. */
  follow(): void {
    this.state.set({ status: 'following', foreign: false, silent: false });
  }

  /** Makes this tab the leading tab. */
  lead(): void {
    this.state.set({ status: 'leading' });
  }

  /** Keeps the note in `notes`. */
  override share(note: object): void {
    this.notes.push(note);
  }

  /** Keeps the command in `commands` and resolves with `outcome`. */
  override forward(command: object): Promise<ForwardOutcome> {
    this.commands.push(command);
    return Promise.resolve(this.outcome);
  }

  /** Counts the call in `saidBusy`. */
  override sayBusy(): void {
    this.saidBusy += 1;
  }

  /** Counts the call in `brought`. The tab's state stays. */
  override bringHere(): void {
    this.brought += 1;
  }

  /** Keeps the value in `isPhoneKeptOff`. */
  override keepPhoneOff(isKeptOff: boolean): void {
    this.isPhoneKeptOff = isKeptOff;
  }

  /** Emits once: at once, or when `doubt` emits. */
  override certain(): Observable<void> {
    return this.doubt === null ? of(undefined) : this.doubt.pipe(take(1));
  }
}
