import { ComponentHarness } from '@angular/cdk/testing';

/** The operator's state: its word, what is said beside it, its timer. */
export class MediatelAgentStateBarHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-agent-state-bar';

  readonly #word = this.locatorFor('.word');
  readonly #timer = this.locatorForOptional('[role=timer]');
  readonly #announcement = this.locatorFor('[role=status]');

  /** The state in words, with its detail: `Pause · Lunch`. */
  async state(): Promise<string> {
    return (await (await this.#word()).text()).replace(/\s+/g, ' ').trim();
  }

  /** What the timer shows; empty where it counts nothing. */
  async timer(): Promise<string> {
    return (await (await this.#timer())?.text())?.trim() ?? '';
  }

  /** Whether the time is near its limit or over it. */
  async isWarning(): Promise<boolean> {
    return (await (await this.#timer())?.hasClass('warning')) ?? false;
  }

  /** What screen readers are told of the state. */
  async announcement(): Promise<string> {
    return (await this.#announcement()).text();
  }
}
