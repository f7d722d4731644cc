import { ComponentHarness } from '@angular/cdk/testing';

/** The form with login and password. */
export class SignInFormHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-sign-in-form';

  readonly #login = this.locatorFor('input[name=username]');
  readonly #password = this.locatorFor('input[name=password]');
  readonly #error = this.locatorFor('[role=alert]');
  readonly #submit = this.locatorFor('button[type=submit]');

  /** Fills in both fields and signs in. */
  async signIn(login: string, password: string): Promise<void> {
    await (await this.#login()).setInputValue(login);
    await (await this.#password()).setInputValue(password);
    await (await this.#submit()).click();
  }

  /** Why the sign-in failed; empty without a failure. */
  async error(): Promise<string> {
    return (await (await this.#error()).text()).trim();
  }

  /** Whether a sign-in is going on. */
  async isPending(): Promise<boolean> {
    return (await (await this.#submit()).getAttribute('aria-disabled')) === 'true';
  }
}
