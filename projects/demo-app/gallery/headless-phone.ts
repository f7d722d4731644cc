import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Mediatel, type MediatelOutcome } from 'mediatel-lib';

/** How many events are listed. */
const listed = 8;

/** The outcome in words, for everybody who tries this page. */
function wordsOf(outcome: MediatelOutcome): string {
  if (outcome.done) return 'done';
  return outcome.why === 'refused' ? `refused: ${outcome.refusal.reason}` : 'unanswered';
}

/** A phone without the library's desk and without NgRx: `Mediatel` alone. For developers, at `/gallery/headless`. */
@Component({
  selector: 'app-headless-phone',
  template: `
    <h1>A phone of one's own</h1>
    <p>
      <output aria-label="State">{{ mediatel.session().status }}, {{ mediatel.state().phase }}</output>
      @if (mediatel.call(); as call) {
        <output aria-label="Call">{{ call.otherParty ?? 'unknown number' }}, {{ call.audio }}</output>
      }
      <output aria-label="Outcome">{{ outcome() }}</output>
    </p>
    <p>
      @if (isSignedOut()) {
        <button type="button" (click)="give(mediatel.signIn())">Sign in</button>
      } @else {
        <button type="button" (click)="give(mediatel.signOut())">Sign out</button>
      }
      <input aria-label="Number" #number (keydown.enter)="give(mediatel.makeCall(number.value))" />
      <button type="button" [disabled]="refusals().makeCall !== null" (click)="give(mediatel.makeCall(number.value))">
        Call
      </button>
      <button type="button" [disabled]="refusals().hangUp !== null" (click)="give(mediatel.hangUp())">Hang up</button>
      <button type="button" [disabled]="refusals().hold !== null" (click)="give(mediatel.hold())">Hold</button>
      <button type="button" [disabled]="refusals().retrieve !== null" (click)="give(mediatel.retrieve())">
        Resume
      </button>
      <button type="button" [disabled]="refusals().endPause !== null" (click)="give(mediatel.endPause())">
        End the pause
      </button>
    </p>
    <ul aria-label="Pauses">
      @for (pause of mediatel.pauses(); track pause.id) {
        <li>
          <button type="button" [disabled]="refusals().pause !== null" (click)="give(mediatel.pause(pause.id))">
            {{ pause.name }}
          </button>
        </li>
      }
    </ul>
    <ul aria-label="Codes">
      @for (code of codes(); track code.id) {
        <li>
          <button type="button" (click)="give(mediatel.saveCallCodes([code.id]))">{{ code.name }}</button>
        </li>
      }
    </ul>
    <ul aria-label="Problems">
      @for (problem of mediatel.problems(); track problem.kind) {
        <li>
          {{ problem.kind }}
          @if (problem.recovery) {
            <button type="button" (click)="mediatel.recover(problem)">Try to solve it</button>
          }
        </li>
      }
    </ul>
    <ol aria-label="Events">
      @for (event of events(); track $index) {
        <li>{{ event }}</li>
      }
    </ol>
  `,
  host: { role: 'main' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HeadlessPhone {
  protected readonly mediatel = inject(Mediatel);
  protected readonly refusals = this.mediatel.refusals;
  protected readonly outcome = signal('');
  protected readonly events = signal<readonly string[]>([]);
  protected readonly isSignedOut = computed(() => ['signedOut', 'failed'].includes(this.mediatel.session().status));
  protected readonly codes = computed(() => {
    const { phase, availableCallCodes } = this.mediatel.state();
    return phase === 'clerical' ? availableCallCodes : [];
  });

  constructor() {
    this.mediatel.events
      .pipe(takeUntilDestroyed())
      .subscribe(({ type }) => this.events.update((events) => [...events, type].slice(-listed)));
  }

  protected give(outcome: Promise<MediatelOutcome>): void {
    this.outcome.set('…');
    void outcome.then((value) => this.outcome.set(wordsOf(value)));
  }
}
