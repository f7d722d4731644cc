import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { OperatorCredentials } from 'mediatel-lib/ports';
import { MediatelIntl } from 'mediatel-lib/ui';

/** Login and password, for hosts that use the library's sign-in form. The password leaves only through the output. */
@Component({
  selector: 'mediatel-sign-in-form',
  imports: [MatButton, MatFormField, MatInput, MatLabel],
  templateUrl: './sign-in-form.html',
  styleUrl: './sign-in-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInForm {
  /** Whether a sign-in is going on. */
  readonly pending = input(false);
  /** Why the last sign-in failed, in plain words; `null` for none. */
  readonly error = input<string | null>(null);
  /** Emits login and password. */
  readonly signIn = output<OperatorCredentials>();

  private readonly login = viewChild.required<string, ElementRef<HTMLInputElement>>('login', { read: ElementRef });
  private readonly password = viewChild.required<string, ElementRef<HTMLInputElement>>('password', {
    read: ElementRef,
  });
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly missing = signal(false);

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.pending()) return;
    // Read from the fields, not bound: password managers fill them in, and no signal keeps the password.
    const login = this.login().nativeElement.value.trim();
    const password = this.password().nativeElement.value;
    this.missing.set(login === '' || password === '');
    if (!this.missing()) this.signIn.emit({ login, password });
    else (login === '' ? this.login() : this.password()).nativeElement.focus();
  }
}
