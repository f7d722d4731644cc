import { DOCUMENT, Injectable, inject } from '@angular/core';

/** Shortest time between two announcements (ms), however many alerts come. */
const announcementInterval = 10_000;

/** Whether a new alert is announced now. Alerts that come sooner are only on the screen. Both times in milliseconds. */
export function mayAnnounce(lastAt: number | null, now: number): boolean {
  return lastAt === null || now - lastAt >= announcementInterval;
}

/** Announces alerts by sound and system notifications, for supervisors who have chosen so. */
@Injectable({ providedIn: 'root' })
export class AlertAnnouncer {
  readonly #window = inject(DOCUMENT).defaultView;

  /** Asks the browser's permission for notifications. `false` if it is denied, or the browser has none. */
  async allowNotices(): Promise<boolean> {
    const notices = this.#window?.Notification;
    return notices !== undefined && (await notices.requestPermission()) === 'granted';
  }

  /** Shows a system notification, if the browser permits it. */
  notify(title: string, text: string): void {
    const notices = this.#window?.Notification;
    // All have the same tag, so that the newest replaces the one before.
    if (notices?.permission === 'granted') new notices(title, { body: text, tag: 'mediatel-alerts' });
  }

  /** Plays two short soft tones. Silent while the browser blocks sound. */
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
