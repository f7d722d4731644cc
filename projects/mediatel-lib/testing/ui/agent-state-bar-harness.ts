import { ComponentHarness } from '@angular/cdk/testing';

/** The state bar: the operator's state, its detail and its timer. */
export class MediatelAgentStateBarHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-agent-state-bar';

  readonly #word = this.locatorFor('.word');
  readonly #timer = this.locatorForOptional('[role=timer]');
  readonly #announcement = this.locatorFor('[role=status]');

  /** The state in words, with its detail: `Pause · Lunch`. */
  async state(): Promise<string> {
    return (await (await this.#word()).text()).replace(/\s+/g, ' ').trim();
  }

  /** The timer's text; empty when there is no timer. */
  async timer(): Promise<string> {
    return (await (await this.#timer())?.text())?.trim() ?? '';
  }

  /** Whether the time is near its limit or exceeds it. */
  async isWarning(): Promise<boolean> {
    return (await (await this.#timer())?.hasClass('warning')) ?? false;
  }

  /** The text that screen readers announce. */
  async announcement(): Promise<string> {
    return (await this.#announcement()).text();
  }
}
