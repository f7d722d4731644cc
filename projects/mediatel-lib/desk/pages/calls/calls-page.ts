import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { MEDIATEL_CONFIG } from 'mediatel-lib/ports';
import { MediatelRecordings } from 'mediatel-lib/rest';
import {
  MediatelIcon,
  type IconName,
  MediatelIntl,
  MediatelRecordingPlayer,
  PhoneNumbers,
  durationWords,
} from 'mediatel-lib/ui';
import { ContactNames } from '../../state/contact-names';
import { MediatelOperator } from '../../state/operator';
import type { OwnCall } from './own-call';
import { KeptOwnCalls } from './kept-own-calls';
import { OwnCalls } from './own-calls';

/** The page of the operator's own calls of the day, with their codes and recordings. */
@Component({
  selector: 'mediatel-calls-page',
  imports: [MediatelIcon, MatIconButton, MatTooltip, MediatelRecordingPlayer],
  templateUrl: './calls-page.html',
  styleUrl: './calls-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallsPage {
  readonly #views = inject(MediatelIntl).viewLabels;
  readonly #numbers = inject(PhoneNumbers);
  readonly #names = inject(ContactNames);
  readonly #country = inject(MEDIATEL_CONFIG).defaultCountry;
  readonly #calls = (inject(OwnCalls, { optional: true }) ?? inject(KeptOwnCalls)).calls;
  readonly #present = inject(MediatelOperator).agent;
  /** The call whose codes the browser did not let be copied. */
  readonly #notCopied = signal<string | null>(null);
  protected readonly recordings = inject(MediatelRecordings);
  protected readonly labels = inject(MediatelIntl).labels;
  protected readonly text = computed(() => this.#views().calls);

  /** The newest first. The present call has no recording yet. */
  protected readonly rows = computed(() => {
    const { language } = this.labels();
    const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const { knownCallTraceID, callNumber } = this.#present();
    return this.#calls()
      .map((call) => ({
        ...call,
        ...this.#words(call, time),
        isNow: callNumber !== null && knownCallTraceID === call.callTraceID,
      }))
      .reverse();
  });

  constructor() {
    void this.#numbers.load();
  }

  protected async copy({ callTraceID, codes }: OwnCall): Promise<void> {
    // Refused by the browser or the operator, or, without https, not there at all.
    try {
      await navigator.clipboard.writeText(codes.join(', '));
      this.#notCopied.set(null);
    } catch {
      this.#notCopied.set(callTraceID);
    }
  }

  protected copyWords({ callTraceID }: OwnCall): string {
    return this.#notCopied() === callTraceID ? this.labels().notCopied : this.text().copyCodes;
  }

  /** The number, after the CRM's name if it has one. */
  #who(number: string): string {
    return [this.#names.nameOf(number), this.#numbers.format(number, this.#country)].filter(Boolean).join(', ');
  }

  #words(call: OwnCall, time: Intl.DateTimeFormat) {
    const { unknownNumber } = this.labels();
    const { activeSince, endedAt } = call;
    const talked = activeSince === null || endedAt === null ? null : (endedAt - activeSince) / 1000;
    const duration = talked === null ? null : durationWords(talked, this.labels().language, 'second');
    const lasted = activeSince === null ? this.text().notAnswered : duration;
    return {
      who: call.number === null ? unknownNumber : this.#who(call.number),
      // A clock and a duration look alike, so the duration is in words: `05:47, 9 sec`.
      when: [[time.format(call.activeSince ?? call.seenAt), lasted].filter(Boolean).join(', '), call.queueName]
        .filter(Boolean)
        .join(' · '),
      icon: call.direction satisfies IconName | null,
    };
  }
}
