import { type EnvironmentProviders, ErrorHandler, type Provider } from '@angular/core';
import { jest } from '@jest/globals';
import type { MediatelConfig } from 'mediatel-lib/ports';
import { preloadEffects } from './effects-loader';
import { HostPage } from './mediatel.fixture';

/** The pages of a spec about a host's hooks, under fake timers. They end with each test. */
export class HookPages {
  readonly #config: Partial<MediatelConfig>;
  readonly #errors: unknown[] = [];
  #pages: HostPage[] = [];

  private constructor(config: Partial<MediatelConfig>) {
    this.#config = config;
  }

  /** Sets up every test of the file. */
  static forEachTest(config: Partial<MediatelConfig> = {}): HookPages {
    const pages = new HookPages(config);
    beforeAll(preloadEffects);
    beforeEach(() => {
      jest.useFakeTimers();
      pages.#errors.length = 0;
    });
    afterEach(() => {
      for (const { app } of pages.#pages) if (!app.destroyed) app.destroy();
      pages.#pages = [];
      jest.useRealTimers();
    });
    return pages;
  }

  /** What the pages of this test reported. */
  get errors(): readonly unknown[] {
    return this.#errors;
  }

  /** A signed-in, available operator's page. */
  async open(...hooks: readonly (Provider | EnvironmentProviders)[]): Promise<HostPage> {
    const page = await this.openSignedOut(...hooks);
    await page.signIn('STATE_IDLE');
    page.connection.takeSent();
    return page;
  }

  async openSignedOut(...hooks: readonly (Provider | EnvironmentProviders)[]): Promise<HostPage> {
    const page = await HostPage.open(this.#config, [...hooks, this.#keepErrors]);
    this.#pages.push(page);
    return page;
  }

  /** Two tabs of an available operator. The first leads. */
  async openTwo(...hooks: readonly (Provider | EnvironmentProviders)[]): Promise<[HostPage, HostPage]> {
    const both = await HostPage.openTwo('STATE_IDLE', this.#config, [...hooks, this.#keepErrors]);
    this.#pages.push(...both);
    return both;
  }

  get #keepErrors(): Provider {
    return { provide: ErrorHandler, useValue: { handleError: (error: unknown) => this.#errors.push(error) } };
  }
}
