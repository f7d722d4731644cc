import { ComponentHarness } from '@angular/cdk/testing';

/** Login and password. */
export class SignInFormHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-sign-in-form';

  readonly #login = this.locatorFor('input[name=username]');
  readonly #password = this.locatorFor('input[name=password]');
  readonly #error = this.locatorFor('[role=alert]');
  readonly #submit = this.locatorFor('button[type=submit]');

  /** Fills both in and signs in. */
  async signIn(login: string, password: string): Promise<void> {
    await (await this.#login()).setInputValue(login);
    await (await this.#password()).setInputValue(password);
    await (await this.#submit()).click();
  }

  /** What went wrong; empty where nothing did. */
  async error(): Promise<string> {
    return (await (await this.#error()).text()).trim();
  }

  async isPending(): Promise<boolean> {
    return (await (await this.#submit()).getAttribute('aria-disabled')) === 'true';
  }
}
