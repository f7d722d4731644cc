import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { ScoreTexts } from './score-texts';

/** Deletes a person's training, after a second question. */
@Component({
  selector: 'app-delete-person',
  imports: [MatButton],
  template: `
    @switch (state()) {
      @case ('asking') {
        <p role="alert">{{ question() }}</p>
        <button mat-flat-button type="button" (click)="delete()">{{ words().deleteNow }}</button>
        <button mat-stroked-button type="button" (click)="state.set('idle')">{{ words().keep }}</button>
      }
      @default {
        <button
          mat-stroked-button
          type="button"
          [disabled]="state() === 'deleting'"
          disabledInteractive
          (click)="state.set('asking')"
        >
          {{ label() }}
        </button>
        @if (state() === 'failed') {
          <p class="failed" role="alert">{{ words().notDeleted }}</p>
        }
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
      justify-content: end;
    }
    p {
      flex-basis: 100%;
      max-inline-size: 46ch;
    }
    .failed {
      color: var(--mat-sys-error);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeletePerson {
  readonly login = input.required<string>();
  /** What the button says. */
  readonly label = input.required<string>();
  readonly question = input.required<string>();
  readonly words = input.required<ScoreTexts>();
  readonly deleted = output();

  readonly #http = inject(HttpClient);
  protected readonly state = signal<'idle' | 'asking' | 'deleting' | 'failed'>('idle');

  protected async delete(): Promise<void> {
    this.state.set('deleting');
    try {
      await firstValueFrom(this.#http.delete(`/api/training/people/${encodeURIComponent(this.login())}`));
      this.state.set('idle');
      this.deleted.emit();
    } catch {
      // The reason is the server's; the person can only try again.
      this.state.set('failed');
    }
  }
}
