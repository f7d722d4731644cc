import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { formatDuration } from '../format/duration';
import { MediatelIcon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { MediatelIntl } from '../intl/mediatel-intl';
import { PhoneNumbers } from '../dialer/phone-numbers';

/** Whose doing a call was. */
export type CallKind = 'incoming' | 'outgoing' | 'predictive';

/** Who is called and why: number, name, customer, queue, kind of call, the call's id. */
@Component({
  selector: 'mediatel-call-card',
  imports: [MediatelIcon, MatIconButton, MatTooltip],
  templateUrl: './call-card.html',
  styleUrl: './call-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelCallCard {
  readonly number = input.required<string | null>();
  readonly name = input<string | null>(null);
  readonly customerId = input<string | null>(null);
  readonly queue = input<string | null>(null);
  readonly kind = input<CallKind | null>(null);
  readonly callTraceID = input<string | null>(null);
  /** Seconds the caller waited in the queue. */
  readonly waited = input<number | null>(null);
  /** ISO 3166-1 alpha-2, for numbers without a prefix. */
  readonly country = input('UA');

  readonly #phoneNumbers = inject(PhoneNumbers);
  protected readonly text = inject(MediatelIntl).labels;
  /** Whether the id was copied; `null` before it was tried. */
  protected readonly copied = signal<boolean | null>(null);
  protected readonly copyWords = computed(() => {
    const { copied, notCopied, copyCallId } = this.text();
    const tried = this.copied();
    return tried === null ? copyCallId : tried ? copied : notCopied;
  });

  protected readonly shownNumber = computed(() => {
    const number = this.number();
    return number === null ? this.text().unknownNumber : this.#phoneNumbers.format(number, this.country());
  });
  protected readonly kindIcon = computed<IconName | null>(() => this.kind());
  protected readonly kindWord = computed(() => {
    const kind = this.kind();
    return kind === null ? null : this.text()[kind];
  });
  protected readonly waitedFor = computed(() => {
    const waited = this.waited() ?? 0;
    return waited > 0 ? this.text().waited(formatDuration(waited)) : null;
  });

  constructor() {
    void this.#phoneNumbers.load();
  }

  protected async copy(callTraceID: string): Promise<void> {
    // Refused by the browser or the operator, or, without https, not there at all.
    try {
      await navigator.clipboard.writeText(callTraceID);
      this.copied.set(true);
    } catch {
      this.copied.set(false);
    }
  }
}
