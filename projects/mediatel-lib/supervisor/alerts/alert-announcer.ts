import { DOCUMENT, Injectable, inject } from '@angular/core';

/** Milliseconds between two announcements at least, however many alerts come. */
const announcementInterval = 10_000;

/** Whether a new alert is announced now; what comes sooner is on the screen only. */
export function mayAnnounce(lastAt: number | null, now: number): boolean {
  return lastAt === null || now - lastAt >= announcementInterval;
}

/** Makes alerts heard and seen beyond the page, for those who asked for it. */
@Injectable({ providedIn: 'root' })
export class AlertAnnouncer {
  readonly #window = inject(DOCUMENT).defaultView;

  /** Asks the browser for the right to show notices; `false`: denied, or there are none. */
  async allowNotices(): Promise<boolean> {
    const notices = this.#window?.Notification;
    return notices !== undefined && (await notices.requestPermission()) === 'granted';
  }

  notify(title: string, text: string): void {
    const notices = this.#window?.Notification;
    // One place for all of them: the newest replaces the one before.
    if (notices?.permission === 'granted') new notices(title, { body: text, tag: 'mediatel-alerts' });
  }

  /** Two short soft tones. Silent where the browser plays nothing yet. */
  async sound(): Promise<void> {
    const Context = this.#window?.AudioContext;
    if (!Context) return;
    const context = new Context();
    try {
      const gain = context.createGain();
      gain.connect(context.destination);
      gain.gain.setValueAtTime(0.08, context.currentTime);
      gain.gain.linearRampToValueAtTime(0, context.currentTime + 0.4);
      const tone = context.createOscillator();
      tone.frequency.setValueAtTime(660, context.currentTime);
      tone.frequency.setValueAtTime(880, context.currentTime + 0.15);
      tone.connect(gain);
      const ended = new Promise((resolve) => tone.addEventListener('ended', resolve, { once: true }));
      tone.start();
      tone.stop(context.currentTime + 0.4);
      if (context.state === 'running') await ended;
    } finally {
      await context.close();
    }
  }
}
