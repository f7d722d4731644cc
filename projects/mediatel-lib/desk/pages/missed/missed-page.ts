import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { Store } from '@ngrx/store';
import { MEDIATEL_CONFIG } from 'mediatel-lib/ports';
import { MissedCallActions, type MissedReason } from 'mediatel-lib/store';
import { MediatelIcon, MediatelIntl, PhoneNumbers } from 'mediatel-lib/ui';
import { ContactNames } from '../../state/contact-names';
import { DeskPages } from '../../state/desk-pages';
import { OperatorInput } from '../../state/operator-input';
import { MediatelOperator } from '../../state/operator';

/** The page of missed calls: why each was missed, in plain words, and how to prevent it. */
@Component({
  selector: 'mediatel-missed-page',
  imports: [MediatelIcon, MatButton, MatIconButton, MatTooltip],
  templateUrl: './missed-page.html',
  styleUrl: './missed-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MissedPage {
  readonly #views = inject(MediatelIntl).viewLabels;
  readonly #store = inject(Store);
  readonly #drafts = inject(OperatorInput);
  readonly #pages = inject(DeskPages);
  readonly #numbers = inject(PhoneNumbers);
  readonly #names = inject(ContactNames);
  readonly #country = inject(MEDIATEL_CONFIG).defaultCountry;
  readonly #missed = inject(MediatelOperator).missed;
  protected readonly labels = inject(MediatelIntl).labels;
  protected readonly text = computed(() => this.#views().missed);

  /** The cards, the newest first. */
  protected readonly cards = computed(() => {
    const { language, unknownNumber } = this.labels();
    const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const { why, todo } = this.text();
    return this.#missed()
      .map((card) => ({
        ...card,
        who: card.number === null ? unknownNumber : this.#who(card.number),
        when: [card.missedAt === null ? null : time.format(card.missedAt), card.queueName].filter(Boolean).join(' · '),
        why: why[card.reason.kind](secondsOf(card.reason)),
        todo: todo[card.reason.kind],
        detail: detailOf(card.reason),
      }))
      .reverse();
  });

  constructor() {
    void this.#numbers.load();
  }

  /** The number, after the CRM's name if it has one. */
  #who(number: string): string {
    return [this.#names.nameOf(number), this.#numbers.format(number, this.#country)].filter(Boolean).join(', ');
  }

  protected useNumber(number: string): void {
    this.#drafts.number.set(number);
    this.#pages.close();
  }

  protected dismiss(id: number): void {
    this.#store.dispatch(MissedCallActions.dismiss({ id }));
  }

  protected dismissAll(): void {
    this.#store.dispatch(MissedCallActions.dismissAll());
    this.#pages.close();
  }
}

function secondsOf(reason: MissedReason): number {
  const milliseconds =
    'ringDurationMs' in reason ? reason.ringDurationMs : 'sleepDurationMs' in reason ? reason.sleepDurationMs : 0;
  return Math.max(1, Math.round(milliseconds / 1000));
}

/** Text of the server or the browser; `null` when there is none. */
function detailOf(reason: MissedReason): string | null {
  switch (reason.kind) {
    case 'not-registered':
      return [reason.sipStatus && `SIP ${reason.sipStatus}`, reason.detail].filter(Boolean).join(' ') || null;
    case 'sip-connection-lost':
      return reason.detail;
    case 'no-microphone':
      return reason.failure;
    default:
      return null;
  }
}
