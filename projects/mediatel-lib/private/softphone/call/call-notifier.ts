import type { CallNoticeText, NoticeCaller, NoticePermission } from 'mediatel-lib/ports';

/** One notice a tab: the next call's takes the place of one still standing. */
const tag = 'mediatel-call';

/** Missing in some browsers (iOS) and outside of secure contexts. */
const notices = (): typeof Notification | undefined =>
  (globalThis as { readonly Notification?: typeof Notification }).Notification;

/** Shows an operator who looks at another tab that a call comes; the notice goes when they come, answer, or the call ends. */
export class CallNotifier {
  private shown: Notification | null = null;
  private readonly onVisible = (): void => {
    if (document.visibilityState === 'visible') this.close();
  };

  constructor(
    private readonly wanted: boolean,
    private readonly text: CallNoticeText,
  ) {
    document.addEventListener('visibilitychange', this.onVisible);
  }

  get permission(): NoticePermission {
    return notices()?.permission ?? 'unsupported';
  }

  /** Browsers ask in a user's gesture only. */
  async ask(): Promise<NoticePermission> {
    return (await notices()?.requestPermission()) ?? 'unsupported';
  }

  /** A call waits for an answer by hand. */
  ring(caller: NoticeCaller): void {
    this.show(caller);
  }

  /** The call was answered: by hand, which ends the notice, or by itself, which the operator may not have seen. */
  talk(caller: NoticeCaller): void {
    if (this.shown) this.close();
    else this.show(caller);
  }

  close(): void {
    this.shown?.close();
    this.shown = null;
  }

  destroy(): void {
    document.removeEventListener('visibilitychange', this.onVisible);
    this.close();
  }

  private show(caller: NoticeCaller): void {
    const Notice = notices();
    if (!this.wanted || !Notice || Notice.permission !== 'granted' || document.visibilityState === 'visible') return;
    this.close();
    const { title, body } = this.text(caller);
    // Chrome on Android throws: notifications there belong to service workers.
    try {
      const shown = (this.shown = new Notice(title, { body, tag, requireInteraction: true }));
      shown.onclick = () => {
        globalThis.focus();
        shown.close();
      };
    } catch {
      this.shown = null;
    }
  }
}
