import {
  ChangeDetectionStrategy,
  Component,
  booleanAttribute,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { formatDuration } from '../format/duration';
import { MediatelIcon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { MediatelIntl } from '../intl/mediatel-intl';
import { PhoneNumbers } from '../dialer/phone-numbers';

/** Who began a call: the customer, the operator, or Mediatel's automatic dialling. */
export type CallKind = 'incoming' | 'outgoing' | 'predictive';

/** What the card copies. */
type Copied = 'number' | 'callId';

/** The other party of a call and its reason: name, number, queue, kind of call, customer id, trace id. */
@Component({
  selector: 'mediatel-call-card',
  hostDirectives: [MediatelThemed],
  imports: [MediatelIcon, MatIconButton, MatTooltip],
  templateUrl: './call-card.html',
  styleUrl: './call-card.scss',
  host: { '[class.line]': 'line()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelCallCard {
  /** The customer's number; `null` when it is withheld. */
  readonly number = input.required<string | null>();
  /** The customer's name; `null` hides it. */
  readonly name = input<string | null>(null);
  /** The customer's id; `null` hides it. */
  readonly customerId = input<string | null>(null);
  /** The queue's name; `null` hides it. */
  readonly queue = input<string | null>(null);
  /** The kind of call; `null` hides it. */
  readonly kind = input<CallKind | null>(null);
  /** The trace id, with a button that copies it; `null` hides it. */
  readonly callTraceID = input<string | null>(null);
  /** Seconds for which the customer waited in the queue. */
  readonly waited = input<number | null>(null);
  /** Country of numbers without a prefix (ISO 3166-1 alpha-2). */
  readonly country = input('UA');

  /** Whether the card is one line: name, number, kind of call, and the button that copies the trace id. */
  readonly line = input(false, { transform: booleanAttribute });

  readonly #phoneNumbers = inject(PhoneNumbers);
  protected readonly text = inject(MediatelIntl).labels;
  /** Whether each was copied; absent before the first attempt, and again for another call. */
  protected readonly copied = linkedSignal<unknown, Readonly<Partial<Record<Copied, boolean>>>>({
    source: () => `${this.number()} ${this.callTraceID()}`,
    computation: () => ({}),
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

  protected copyWords(what: Copied, words: string): string {
    const { copied, notCopied } = this.text();
    const tried = this.copied()[what];
    return tried === undefined ? words : tried ? copied : notCopied;
  }

  protected async copy(what: Copied, text: string): Promise<void> {
    const note = (done: boolean): void => this.copied.update((before) => ({ ...before, [what]: done }));
    // The browser or the operator may refuse. Without https there is no clipboard.
    try {
      await navigator.clipboard.writeText(text);
      note(true);
    } catch {
      note(false);
    }
  }
}
