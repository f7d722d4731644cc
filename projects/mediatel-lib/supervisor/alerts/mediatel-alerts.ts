import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatChipListbox, MatChipOption } from '@angular/material/chips';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { type AlertGroup, type AlertLabels, MediatelIcon, MediatelIntl, durationWords } from 'mediatel-lib/ui';
import { HubClient } from '../hub/hub-client';
import { HubHearing } from '../hub/hub-hearing';
import type { MediatelAlert } from './alert';
import { AlertAnnouncer } from './alert-announcer';
import { type CountedAlerts, countAlerts, groupOf } from './alert-groups';
import { type AlertLevel, levelOf } from './alert-level';
import { alertSentence } from './alert-sentence';
import { OperatorAlerts } from './operator-alerts';

/** How many alerts are shown, the longest first: nobody reads more. */
const mostShown = 100;

/**
 * The alerts, counted by kind, and as a list. A kind is a filter, of the board too. An alert leads to its operator.
 *
 * Part of `mediatel-board`, which keeps the connection.
 */
@Component({
  selector: 'mediatel-alerts',
  imports: [
    MatButton,
    MatChipListbox,
    MatChipOption,
    MatIconButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    MatTooltip,
    MediatelIcon,
  ],
  templateUrl: './mediatel-alerts.html',
  styleUrl: './mediatel-alerts.scss',
  host: { '[attr.lang]': 'language()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelAlerts {
  /** Emits the id of an operator whose alert was pressed. */
  readonly opened = output<string>();

  readonly #intl = inject(MediatelIntl);
  readonly #hub = inject(HubClient);
  readonly #announcer = inject(AlertAnnouncer);
  readonly #loaded = signal(false);
  protected readonly alerts = inject(OperatorAlerts);
  protected readonly snoozeSeconds = 600;
  /** Why the last alert could not be taken. */
  readonly #refusal = signal<'over' | 'unanswered' | null>(null);
  protected readonly isDenied = signal(false);
  protected readonly language = computed(() => this.#intl.labels().language);
  protected readonly text = computed((): AlertLabels | null =>
    this.#loaded() ? this.#intl.viewLabels().alerts : null,
  );
  protected readonly acts = computed(() => this.#intl.viewLabels().acts);
  protected readonly refused = computed(() => {
    const refusal = this.#refusal();
    return refusal === null ? '' : (this.text()?.[refusal] ?? '');
  });
  /** Whether the alerts are those of now. Without the hub nothing is known, which is not the same as no alert. */
  protected readonly isKnown = inject(HubHearing).isHeard;
  protected readonly knownUntil = computed(() => {
    const at = this.#hub.heardAt();
    if (at === null) return null;
    return new Intl.DateTimeFormat(this.language(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
      at,
    );
  });
  protected readonly groups = computed(() =>
    countAlerts(
      this.alerts.open().map(({ alert }) => alert),
      this.alerts.thresholds(),
    ),
  );
  protected readonly level = computed((): AlertLevel | null => this.groups()[0]?.level ?? null);
  protected readonly listed = computed(() => {
    const group = this.alerts.group();
    return this.alerts.all().filter(({ alert }) => group === null || groupOf(alert) === group);
  });
  protected readonly shown = computed(() => this.listed().slice(0, mostShown));

  constructor() {
    // Without the texts there is nothing to show. The board needs them too and shows the failure.
    void this.#intl.loadViews().then(
      () => this.#loaded.set(true),
      () => undefined,
    );
  }

  protected sentence(alert: MediatelAlert): string {
    return alertSentence(alert, this.#intl.viewLabels().alerts, this.language());
  }

  protected levelOf(alert: MediatelAlert): AlertLevel {
    return levelOf(alert, this.alerts.thresholds());
  }

  protected wordsOf({ group, count, limit }: CountedAlerts): string {
    return this.acts().alertGroup[group](count, limit === null ? null : durationWords(limit, this.language()));
  }

  protected choose(group: unknown): void {
    this.alerts.choose(this.groups().find((one) => one.group === (group as AlertGroup))?.group ?? null);
  }

  protected async acknowledge(alert: MediatelAlert): Promise<void> {
    const isTaken = await this.alerts.acknowledge(alert);
    if (isTaken === undefined) return;
    this.#refusal.set(isTaken === null ? 'unanswered' : isTaken ? null : 'over');
  }

  protected async toggleNotices(): Promise<void> {
    const wanted = !this.alerts.settings().notices;
    const notices = wanted && (await this.#announcer.allowNotices());
    this.isDenied.set(wanted && !notices);
    this.alerts.change({ notices });
  }
}
