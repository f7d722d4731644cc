import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type AlertLabels, MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import type { MediatelAlert } from './alert';
import { AlertAnnouncer, mayAnnounce } from './alert-announcer';
import { alertSentence } from './alert-sentence';
import { MediatelAlertSettings } from './mediatel-alert-settings';
import { OperatorAlerts } from './operator-alerts';

/** How many alerts are shown, the longest first: nobody reads more. */
const mostShown = 100;

/** The alerts, each with its reason. Part of `mediatel-board`, which keeps the connection. */
@Component({
  selector: 'mediatel-alerts',
  imports: [MediatelIcon, MatButton, MediatelAlertSettings],
  templateUrl: './mediatel-alerts.html',
  styleUrl: './mediatel-alerts.scss',
  host: { role: 'region', '[attr.aria-label]': 'text()?.title', '[attr.lang]': 'language()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelAlerts {
  readonly #intl = inject(MediatelIntl);
  readonly #announcer = inject(AlertAnnouncer);
  readonly #loaded = signal(false);
  /** Ids of the alerts already known; `null` before the first snapshot, whose alerts are not announced. */
  #known: ReadonlySet<string> | null = null;
  #announcedAt: number | null = null;

  protected readonly alerts = inject(OperatorAlerts);
  protected readonly snoozeSeconds = 600;
  protected readonly isOpen = signal(false);
  protected readonly isSetting = signal(false);
  /** Why the last alert could not be taken. */
  readonly #refusal = signal<'over' | 'unanswered' | null>(null);
  protected readonly language = computed(() => this.#intl.labels().language);
  protected readonly text = computed((): AlertLabels | null =>
    this.#loaded() ? this.#intl.viewLabels().alerts : null,
  );
  protected readonly refused = computed(() => {
    const refusal = this.#refusal();
    return refusal === null ? '' : (this.text()?.[refusal] ?? '');
  });
  protected readonly shown = computed(() => this.alerts.all().slice(0, mostShown));

  constructor() {
    // Without the texts there is nothing to show. The board needs them too and shows the failure.
    void this.#intl.loadViews().then(
      () => this.#loaded.set(true),
      () => undefined,
    );
    effect(() => {
      const open = this.alerts.open();
      untracked(() => this.#follow(open.map(({ alert }) => alert)));
    });
  }

  protected sentence(alert: MediatelAlert): string {
    return alertSentence(alert, this.#intl.viewLabels().alerts, this.language());
  }

  protected async acknowledge(alert: MediatelAlert): Promise<void> {
    const isTaken = await this.alerts.acknowledge(alert);
    this.#refusal.set(isTaken === null ? 'unanswered' : isTaken ? null : 'over');
  }

  #follow(open: readonly MediatelAlert[]): void {
    const known = this.#known;
    if (known === null && open.length === 0) return;
    this.#known = new Set(open.map(({ id }) => id));
    const first = known && open.find(({ id }) => !known.has(id));
    if (!first || !this.text()) return;
    const { sound, notices } = this.alerts.settings();
    const now = performance.now();
    if ((!sound && !notices) || !mayAnnounce(this.#announcedAt, now)) return;
    this.#announcedAt = now;
    if (sound) void this.#announcer.sound();
    if (notices) this.#announcer.notify(first.name, this.sentence(first));
  }
}
