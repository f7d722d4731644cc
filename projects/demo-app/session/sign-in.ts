import { ChangeDetectionStrategy, Component, inject, input, signal, viewChild, type ElementRef } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { Brand } from '../kit/brand';
import { Icon } from '../kit/icon';
import { Session } from './session';
import { SessionError, type SessionErrorReason } from './session-error';

const explanations: Readonly<Record<SessionErrorReason, string>> = {
  wrongCredentials: 'This login and password do not belong together. Training accounts have the password “training”.',
  tooManyAttempts: 'There were too many attempts with a wrong password. Wait a few minutes, then try again.',
  unreachable: 'The server does not answer. Is it running? What you typed is kept: try again.',
  unreadable: 'The server answered something this page does not understand.',
};

@Component({
  selector: 'app-sign-in',
  imports: [Brand, Icon, MatButton, MatFormField, MatInput, MatLabel, RouterLink],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignIn {
  /** The path of this application that opens afterwards. */
  readonly to = input<string>();
  /** `left`: at the sign-out Mediatel could not be reached to log the operator out. */
  readonly phone = input<string>();

  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  protected readonly password = viewChild.required<ElementRef<HTMLInputElement>>('password');

  protected async signIn(event: Event, login: string, password: string): Promise<void> {
    event.preventDefault();
    if (this.busy() || login.trim() === '') return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.#session.signIn(login.trim(), password);
      await this.#router.navigateByUrl(this.to()?.startsWith('/') ? this.to()! : '/');
    } catch (error) {
      // `signIn` has one kind of error, navigation may have any. Both are shown here, where the person looks.
      this.problem.set(explanations[SessionError.from(error).reason]);
      this.password().nativeElement.select();
    } finally {
      this.busy.set(false);
    }
  }
}
