import { expect } from '@playwright/test';
import type { BrowserContext, ElementHandle, Page } from 'puppeteer-core';

declare global {
  interface Window {
    /** DTMF tones that the browser has sent in calls. */
    tones: string[];
  }
}

/** The operator's desk in a tab of Firefox, in the words of the screen. */
export class FirefoxDesk {
  /** Errors of the page. */
  readonly faults: string[] = [];

  private constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.#note(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#note(message.text());
    });
  }

  static async open(context: BrowserContext, url: string): Promise<FirefoxDesk> {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument(() => {
      window.tones = [];
      const insert = RTCDTMFSender.prototype.insertDTMF;
      RTCDTMFSender.prototype.insertDTMF = function (this: RTCDTMFSender, ...args: Parameters<typeof insert>): void {
        this.ontonechange = ({ tone }) => tone !== '' && window.tones.push(tone);
        insert.apply(this, args);
      };
    });
    const desk = new FirefoxDesk(page);
    await page.goto(url);
    return desk;
  }

  async signIn(login: string): Promise<void> {
    await (await this.#element('input[autocomplete="username"]')).type(login);
    await (await this.#element('input[type="password"]')).type('training');
    await this.page.keyboard.press('Enter');
  }

  /** Waits until the desk is available, with a registered phone and an open microphone. */
  async ready(): Promise<void> {
    await this.shows('Available');
    await this.#element('mediatel-readiness');
  }

  word(): Promise<string> {
    return this.page.evaluate(
      () => document.querySelector('mediatel-agent-state-bar .word')?.firstChild?.textContent?.trim() ?? '',
    );
  }

  shows(word: string): Promise<void> {
    return expect.poll(() => this.word()).toBe(word);
  }

  text(selector = 'mediatel-desk'): Promise<string> {
    return this.page.evaluate((wanted) => document.querySelector(wanted)?.textContent?.trim() ?? '', selector);
  }

  says(words: string): Promise<void> {
    return expect.poll(() => this.text()).toContain(words);
  }

  /** What the desk says about one direction of the call. */
  proof(who: 'you' | 'customer'): Promise<string> {
    return this.page.evaluate((name) => {
      const meters = [...document.querySelectorAll('mediatel-heard-meter')];
      const meter = meters.find((one) => one.querySelector('.who')?.textContent?.includes(name));
      return meter?.querySelector('.proof')?.textContent?.trim() ?? '';
    }, who);
  }

  /** Clicks a button by its name. */
  async press(name: string): Promise<void> {
    const button = await this.page.waitForFunction(
      (wanted) => {
        const named = (one: Element): string => one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '';
        const buttons = [...document.querySelectorAll('mediatel-desk button, .cdk-overlay-container button')];
        return buttons.find((one) => named(one).startsWith(wanted) && one.checkVisibility()) ?? false;
      },
      {},
      name,
    );
    await (button as ElementHandle<Element>).click();
  }

  /** Presses the primary action until the state changes: it ignores clicks for 500 ms after its meaning changed. */
  async leave(state: string, act: () => Promise<void>): Promise<void> {
    await expect(async () => {
      if ((await this.word()) === state) await act();
      await expect.poll(() => this.word(), { timeout: 1500 }).not.toBe(state);
    }).toPass({ timeout: 20_000 });
  }

  async call(number: string): Promise<void> {
    const field = await this.#element('mediatel-desk [aria-label="Phone number"]');
    await field.type(number);
    await this.leave('Available', () => field.press('Enter'));
  }

  /** Hangs up and saves the first code. */
  async finish(): Promise<void> {
    await this.leave('In a call', () => this.press('Hang up'));
    await this.#element('mediatel-clerical-form [role="option"]');
    await this.page.keyboard.press('1');
    await this.leave('After call', () => this.page.keyboard.press('Enter'));
    await this.shows('Available');
  }

  /** Makes a customer call. */
  async customerCalls(agent: string, ani: string): Promise<number> {
    return this.page.evaluate(
      async (data) => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch('/api/calls', { method: 'POST', headers, body: JSON.stringify(data) })).status;
      },
      { agent, ani, queue: 'DM_MFO_1' },
    );
  }

  /** Lost connections and refused requests are logged by the browser itself, and expected. */
  #note(fault: string): void {
    if (!/The connection to ws|can’t establish a connection/.test(fault)) this.faults.push(fault);
  }

  async #element(selector: string): Promise<ElementHandle<Element>> {
    const found = await this.page.waitForSelector(selector, { visible: true });
    if (!found) throw new Error(`no element matches ${selector}`);
    return found;
  }
}
