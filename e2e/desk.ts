import { type Locator, type Page, expect, test as base } from '@playwright/test';
import { watchConnections } from './heard';
import { keepFlight } from './keep-flight';
import { Wire } from './wire';

/** What the operator sees and does, in the words of the screen. */
export class Desk {
  readonly root: Locator;
  readonly bar: Locator;
  readonly number: Locator;
  /** Codes and note after a call, in the desk or in its dialog. */
  readonly clerical: Locator;
  /** Saves them, in the desk or in its dialog. */
  readonly save: Locator;
  /** The dialog of a desk that is hidden, or that shows another page. */
  readonly clericalDialog: Locator;
  /** The notice that replaces the readiness strip. */
  readonly notice: Locator;
  readonly timer: Locator;
  readonly wire: Wire;
  #login = '';
  #isTidy = false;
  readonly #home: string;

  /** `home`: the CRM's origin, if the context has no base URL of its own. */
  constructor(
    readonly page: Page,
    home = '',
  ) {
    this.#home = home;
    this.wire = new Wire(page);
    this.root = page.locator('mediatel-desk');
    this.bar = this.root.locator('mediatel-agent-state-bar');
    this.number = this.root.getByLabel('Phone number');
    this.clerical = page.locator('mediatel-clerical-form');
    this.save = page.locator('mediatel-primary-action').getByRole('button', { name: /^Sav(e, be available|ing…)$/ });
    this.clericalDialog = page.getByRole('dialog', { name: 'How did it end?' });
    this.notice = this.root.locator('mediatel-notice');
    this.timer = this.bar.getByRole('timer');
  }

  /** Signs in at the demo app and waits until a call could come. */
  async signIn(login: string, password = 'training'): Promise<void> {
    this.#login = login;
    await this.page.goto(`${this.#home}/`);
    await this.page.getByLabel('Login').fill(login);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  async ready(): Promise<void> {
    if (base.info().retry > 0 && !this.#isTidy) await this.#tidy();
    await this.shows('Available');
    // The readiness strip shows when the phone is registered and the microphone is open.
    await expect(this.root.locator('mediatel-readiness')).toBeVisible();
  }

  /** Signs in and waits until a call could come. */
  async begin(login: string): Promise<void> {
    await this.signIn(login);
    await this.ready();
  }

  /** A test that is run again finds what its first run left at the server. */
  async #tidy(): Promise<void> {
    this.#isTidy = true;
    // Each sign-in is “Logged out” before it is “Available”.
    const isFree = await this.shows('Available', 5000).then(
      () => true,
      () => false,
    );
    if (isFree) return;
    const word = await this.bar.locator('.word').innerText();
    if (word.startsWith('On hold')) await this.press('Resume', 'On hold');
    if (/^\s*(In a call|On hold|Muted)/.test(word)) await this.hangUp();
    if (/^\s*(In a call|On hold|Muted|After call)/.test(word)) await this.setCode();
    if (/^\s*Pause/.test(word)) await this.press('End the pause', 'Pause');
    if (/^\s*Logged out/.test(word)) await this.press('Log in', 'Logged out');
    await this.shows('Available');
    // As after a sign-in: without focus, and nothing open.
    await this.page.reload();
  }

  /** The seconds on the timer. */
  async seconds(): Promise<number> {
    const [minutes, rest] = /(\d+):(\d+)/
      .exec(await this.timer.innerText())!
      .slice(1)
      .map(Number);
    return minutes! * 60 + rest!;
  }

  shows(word: string | RegExp, timeout = 15_000): Promise<void> {
    return expect(this.bar.locator('.word')).toHaveText(typeof word === 'string' ? new RegExp(`^\\s*${word}`) : word, {
      timeout,
    });
  }

  async call(number: string): Promise<void> {
    await this.number.fill(number);
    await this.#untilTaken(() => this.number.press('Enter', { timeout: 1000 }), 'Available');
  }

  async talk(number = '0661234501'): Promise<void> {
    await this.call(number);
    await this.shows('In a call');
  }

  async hangUp(): Promise<void> {
    const word = await this.bar.locator('.word').innerText();
    await this.hangUpFrom(/^\s*Muted/.test(word) ? 'Muted' : 'In a call');
  }

  hangUpFrom(state: string): Promise<void> {
    return this.press('Hang up', state);
  }

  /** Presses the primary action until the state changes. */
  press(name: string, from: string): Promise<void> {
    return this.#untilTaken(() => this.primary(name).click({ timeout: 1000 }), from);
  }

  /**
   * The primary action ignores clicks for 500 ms after its meaning changed (ux.md, rule 2): a test is faster than a
   * person.
   */
  #untilTaken(act: () => Promise<void>, from: string): Promise<void> {
    return expect(async () => {
      if ((await this.bar.locator('.word').innerText()).startsWith(from)) await act();
      await expect(this.bar.locator('.word')).not.toHaveText(new RegExp(`^\\s*${from}`), { timeout: 700 });
    }).toPass({ timeout: 15_000 });
  }

  /** The same if the state may be back before the check: acts until the request is on the wire. */
  untilAsked(act: () => Promise<void>, type: string): Promise<void> {
    const before = this.wire.asked(type).length;
    return expect(async () => {
      if (this.wire.asked(type).length === before) await act();
      await expect.poll(() => this.wire.asked(type).length, { timeout: 700 }).toBeGreaterThan(before);
    }).toPass({ timeout: 15_000 });
  }

  /** Hangs up, sets the first code, and is available. */
  async finish(): Promise<void> {
    await this.hangUp();
    await this.setCode();
    await this.shows('Available');
  }

  /** A button of the desk. */
  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async openMenu(): Promise<void> {
    await this.button('More').click();
  }

  menuItem(name: string | RegExp): Locator {
    return this.page.getByRole('menuitem', { name });
  }

  /** Sends the desk one made-up snapshot; without fields the present one again. */
  async stage(overrides: object, without: readonly string[] = []): Promise<void> {
    const data = { agent: this.#login, overrides, without };
    const response = await this.page.request.post(`${this.#home}/api/scenario`, { data });
    expect(response.status(), await response.text()).toBe(204);
  }

  /** Records from now on the detail beside the state (`Meeting` in “Pause · Meeting”), also if it shows for a moment only. */
  async watchDetails(): Promise<() => Promise<readonly string[]>> {
    await this.bar.evaluate((bar) => {
      const details = new Set<string>();
      const note = () =>
        details.add(
          bar
            .querySelector('.detail')
            ?.textContent?.replace(/[\s·]+/, '')
            .trim() ?? '',
        );
      note();
      new MutationObserver(note).observe(bar, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { deskDetails: details });
    });
    return () => this.page.evaluate(() => [...(window as unknown as { deskDetails: Set<string> }).deskDetails]);
  }

  /** Records the state's words from now on, including those that showed only for a moment. */
  async watchWords(): Promise<() => Promise<readonly string[]>> {
    await this.bar.evaluate((bar) => {
      const words: string[] = [];
      const note = () => {
        const word = bar.querySelector('.word')?.firstChild?.textContent?.trim() ?? '';
        if (words.at(-1) !== word) words.push(word);
      };
      note();
      new MutationObserver(note).observe(bar, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { deskWords: words });
    });
    return () => this.page.evaluate(() => (window as unknown as { deskWords: string[] }).deskWords);
  }

  primary(name: string): Locator {
    return this.root.locator('mediatel-primary-action').getByRole('button', { name });
  }

  /** Chooses the first call code and saves. */
  async setCode(digit = '1'): Promise<void> {
    await expect(this.clerical).toBeVisible();
    await this.page.keyboard.press(digit);
    await this.saveByEnter();
  }

  /** Saves the chosen codes by the keyboard, wherever the focus is. */
  saveByEnter(): Promise<void> {
    return this.#untilTaken(() => this.page.keyboard.press('Enter'), 'After call');
  }

  /** Saves the chosen codes by a click. */
  pressSave(): Promise<void> {
    return this.#untilTaken(() => this.save.click({ timeout: 1000 }), 'After call');
  }

  /** The present call's trace id, from its card. */
  async traceId(): Promise<string> {
    const text = await this.root.getByText(/^\s*call \d+/).innerText();
    return /\d+/.exec(text)![0];
  }

  /** A call's finished recording, fetched as the operator's browser would. */
  async recording(traceId: string): Promise<Buffer> {
    let body: Buffer = Buffer.alloc(0);
    await expect
      .poll(async () => {
        const response = await this.page.request.get(
          `${this.#home}/records/mediatel-record?calltraceID=${traceId}&download=1`,
        );
        if (response.status() === 200) body = await response.body();
        return response.status();
      })
      .toBe(200);
    return body;
  }

  /** Has a customer call this operator. */
  async customerCalls(agent: string, ani: string, queue = 'DM_MFO_1'): Promise<void> {
    const response = await this.page.request.post(`${this.#home}/api/calls`, { data: { agent, ani, queue } });
    expect(response.ok(), await response.text()).toBe(true);
  }
}

/** A test with a desk. Errors on the page's console fail it. */
export const test = base.extend<{ desk: Desk; faults: string[] }>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        // Refused requests (401 before the sign-in) are logged by the browser itself, and expected.
        if (message.type() === 'error' && !/Failed to load resource|WebSocket connection to/.test(message.text()))
          faults.push(message.text());
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  desk: async ({ page }, use, info) => {
    await watchConnections(page);
    await use(new Desk(page));
    if (info.status !== info.expectedStatus) await keepFlight(page, info);
  },
});

export { expect };
