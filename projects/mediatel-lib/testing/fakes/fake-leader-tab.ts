import { Injectable, signal } from '@angular/core';
import { type ForwardOutcome, type ForwardedCommand, LeaderTab, type LeaderTabState } from 'mediatel-lib/ports';
import { type Observable, Subject, of, take } from 'rxjs';

/** The operator's tab whose place among the others a test decides; it leads at first. */
@Injectable()
export class FakeLeaderTab extends LeaderTab {
  override readonly state = signal<LeaderTabState>({ status: 'leading' });
  override readonly shared = new Subject<unknown>();
  override readonly forwarded = new Subject<ForwardedCommand>();
  override readonly joined = new Subject<void>();
  override readonly returned = new Subject<void>();
  /** What was shared with the other tabs. */
  readonly notes: object[] = [];
  /** Commands handed to the leading tab. */
  readonly commands: object[] = [];
  /** What becomes of the commands that are handed over. */
  outcome: ForwardOutcome = { status: 'taken' };
  /** Emits when the tab knows whether it leads; `null`: it knows. */
  doubt: Subject<void> | null = null;
  /** How often the phone was brought here. */
  brought = 0;
  /** How often the tab said that a dialog may stop it. */
  saidBusy = 0;

  /** Another tab is the phone. */
  follow(): void {
    this.state.set({ status: 'following', foreign: false, silent: false });
  }

  lead(): void {
    this.state.set({ status: 'leading' });
  }

  override share(note: object): void {
    this.notes.push(note);
  }

  override forward(command: object): Promise<ForwardOutcome> {
    this.commands.push(command);
    return Promise.resolve(this.outcome);
  }

  override sayBusy(): void {
    this.saidBusy += 1;
  }

  override bringHere(): void {
    this.brought += 1;
  }

  override certain(): Observable<void> {
    return this.doubt === null ? of(undefined) : this.doubt.pipe(take(1));
  }
}
