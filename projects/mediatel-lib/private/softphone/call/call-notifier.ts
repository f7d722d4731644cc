import type { CallNoticeText, NoticeCaller, NoticePermission } from 'mediatel-lib/ports';

/** One notification a tab: the next call's replaces one that is still shown. */
const tag = 'mediatel-call';

/** The API is missing in some browsers (iOS) and outside of secure contexts. */
const notices = (): typeof Notification | undefined =>
  (globalThis as { readonly Notification?: typeof Notification }).Notification;

/**
 * Shows a notification of a call to an operator in another tab. It closes when the operator comes back, when the call
 * is answered by hand, or when it ends.
 */
export class CallNotifier {
  #shown: Notification | null = null;
  readonly #onVisible = (): void => {
    if (document.visibilityState === 'visible') this.close();
  };
  readonly #wanted: boolean;
  readonly #text: CallNoticeText;

  constructor(wanted: boolean, text: CallNoticeText) {
    this.#wanted = wanted;
    this.#text = text;
    document.addEventListener('visibilitychange', this.#onVisible);
  }

  get permission(): NoticePermission {
    return notices()?.permission ?? 'unsupported';
  }

  /** Opens the browser's question. Browsers allow it only in a user's gesture. */
  async requestPermission(): Promise<NoticePermission> {
    return (await notices()?.requestPermission()) ?? 'unsupported';
  }

  /** The call waits until the operator answers it. */
  ring(caller: NoticeCaller): void {
    this.#showNotice(caller);
  }

  /**
   * The call was answered. An answer by hand closes the notification. An automatic answer shows one, since the
   * operator may not have noticed the call.
   */
  talk(caller: NoticeCaller): void {
    if (this.#shown) this.close();
    else this.#showNotice(caller);
  }

  close(): void {
    this.#shown?.close();
    this.#shown = null;
  }

  destroy(): void {
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.close();
  }

  #showNotice(caller: NoticeCaller): void {
    const Notice = notices();
    if (!this.#wanted || !Notice || Notice.permission !== 'granted' || document.visibilityState === 'visible') return;
    this.close();
    const { title, body } = this.#text(caller);
    // Chrome on Android throws: there, notifications belong to service workers.
    try {
      const shown = (this.#shown = new Notice(title, { body, tag, requireInteraction: true }));
      shown.onclick = () => {
        globalThis.focus();
        shown.close();
      };
    } catch {
      this.#shown = null;
    }
  }
}
