import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  signal,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { Appearance } from '../kit/appearance';
import { Brand } from '../kit/brand';
import { Icon } from '../kit/icon';
import { LanguageMenu } from '../kit/language-menu';
import { PageLanguage } from '../kit/page-language';
import { DemoAccounts } from './demo-accounts';
import { loginRanges } from './login-ranges';
import { Session } from './session';
import { SessionError, type SessionErrorReason } from './session-error';
import { signInWords } from './sign-in.words';

/** The sign-in page. A training server offers its accounts as buttons beside the form. */
@Component({
  selector: 'app-sign-in',
  imports: [Brand, Icon, LanguageMenu, MatButton, MatFormField, MatInput, MatLabel, RouterLink],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignIn {
  /** The path of this application that opens afterwards. */
  readonly to = input<string>();
  /** `left`: at the sign-out Mediatel could not be reached to log the operator out. */
  readonly phone = input<string>();

  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #language = inject(PageLanguage).tag;
  protected readonly demo = inject(DemoAccounts);
  protected readonly words = computed(() => signInWords[this.#language()]);
  protected readonly others = computed(() => loginRanges(this.demo.others()));
  protected readonly busy = signal(false);
  protected readonly problem = signal<SessionErrorReason | null>(null);
  protected readonly password = viewChild.required<ElementRef<HTMLInputElement>>('password');

  constructor() {
    // The page is light or dark, as was chosen in this browser.
    inject(Appearance);
    void this.demo.load();
  }

  protected async signIn(event: Event, login: string, password: string): Promise<void> {
    event.preventDefault();
    if (login.trim() !== '') await this.signInAs(login.trim(), password);
  }

  protected async signInAs(login: string, password: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.#session.signIn(login, password);
      await this.#router.navigateByUrl(this.to()?.startsWith('/') ? this.to()! : '/');
    } catch (error) {
      // `signIn` has one kind of error, navigation may have any. Both are shown here, where the person looks.
      this.problem.set(SessionError.from(error).reason);
      this.password().nativeElement.select();
    } finally {
      this.busy.set(false);
    }
  }
}
