import { DOCUMENT, DestroyRef, Injectable, effect, inject, signal } from '@angular/core';
import { SafeReload } from 'mediatel-lib';
import { storedText } from 'mediatel-lib/ports';
import { buildNameIn, filesIn, ownBuildName } from './build-name';

/** How often the server is asked (ms). */
const askInterval = 30_000;

/** The build for which this tab was last loaded again. */
const lastTried = storedText({ key: 'verba.version-tried', ofTab: true });

const isTextField = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element?.matches('textarea, input:not([type="button"], [type="checkbox"], [type="radio"], [type="range"])') === true;

/**
 * Notices a new build at the server and has it take over: after the call, or in it if the operator says so.
 *
 * It compares the hashed names in the entry page. Angular's service worker would refuse that page: it has another nonce at each
 * request, so never the content that the build announced.
 */
@Injectable({ providedIn: 'root' })
export class NewVersion {
  readonly #reload = inject(SafeReload);
  readonly #document = inject(DOCUMENT);
  /** A cache may serve an old entry page: then the page is not loaded again and again for the same build. */
  readonly #failed = lastTried.read(null);
  readonly #isTyping = signal(false);
  #newest = '';

  /** The build of this page; empty if its files have no hashes. */
  readonly own = ownBuildName(this.#document);
  /** Where the take-over is. */
  readonly state = this.#reload.state;

  constructor() {
    if (this.own === '') return;
    this.#reload.holdWhile(this.#isTyping);
    effect(() => {
      // Empty: another tab asked for it.
      if (this.state().status === 'reloading' && this.#newest !== '') lastTried.write(this.#newest);
    });
    const page = this.#document;
    const leaving = new AbortController();
    const listen = (target: EventTarget, type: string, run: () => void): void =>
      target.addEventListener(type, run, { signal: leaving.signal, passive: true });
    for (const type of ['input', 'focusin', 'focusout']) listen(page, type, () => queueMicrotask(() => this.#look()));
    listen(page, 'visibilitychange', () => {
      if (page.visibilityState === 'visible') void this.check();
    });
    if (page.defaultView) listen(page.defaultView, 'online', () => void this.check());
    const asking = setInterval(() => void this.check(), askInterval);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(asking);
      leaving.abort();
    });
  }

  /** Asks the server whether it has another build; if so, the page is loaded again, after a call. Never rejects. */
  async check(): Promise<boolean> {
    const page = await this.#served();
    const served = buildNameIn(page);
    if (served === '' || served === this.own || served === this.#failed) return false;
    if (served !== this.#newest) {
      this.#fetchAhead(page);
      this.#reload.request();
    }
    this.#newest = served;
    return true;
  }

  /** Loads the page again now, although a call goes on. */
  takeOver(): void {
    this.#reload.request({ inCall: 'resume' });
  }

  /** A part of this build is not at the server any more: the new build opens the address instead, also in a call. */
  async partMissing(address: string): Promise<void> {
    if (await this.check()) this.#reload.request({ inCall: 'resume', to: address });
  }

  /** The entry page at the server; empty if there is none. */
  async #served(): Promise<string> {
    try {
      const answer = await fetch(new URL('.', this.#document.baseURI), { cache: 'no-store' });
      return answer.ok ? await answer.text() : '';
    } catch {
      return '';
    }
  }

  /** Fills the browser's cache: in a call the customer hears nothing while the new build loads. */
  #fetchAhead(page: string): void {
    for (const name of filesIn(page))
      fetch(new URL(name, this.#document.baseURI), { priority: 'low' }).catch(() => undefined);
  }

  /** Text in a field that has the focus is not saved anywhere yet. */
  #look(): void {
    const { activeElement } = this.#document;
    this.#isTyping.set(isTextField(activeElement) && activeElement.value !== '');
  }
}
