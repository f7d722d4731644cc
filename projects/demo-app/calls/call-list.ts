import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { MatButton, MatIconAnchor, MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { formatNumber } from '../kit/phone-number';
import { Icon } from '../kit/icon';
import { shortTime } from '../kit/short-time';
import { talkTime } from './call-duration';
import type { CallRecord } from './call-record';

const words: Readonly<Record<CallRecord['direction'], string>> = {
  incoming: 'Incoming',
  outgoing: 'Outgoing',
  predictive: 'Dialled for you',
  unknown: 'Call',
};

/** Calls with their results. A recording plays in its row, one at a time. */
@Component({
  selector: 'app-call-list',
  imports: [Icon, MatButton, MatIconAnchor, MatIconButton, MatTooltip],
  templateUrl: './call-list.html',
  styleUrl: './call-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallList {
  readonly calls = input.required<readonly CallRecord[]>();
  /** The text that is shown when there are no calls. */
  readonly empty = input('No calls yet.');

  protected readonly playing = signal<string | null>(null);
  protected readonly silent = signal<string | null>(null);
  protected readonly words = words;
  protected readonly talkTime = talkTime;
  protected readonly shortTime = shortTime;
  protected readonly formatNumber = formatNumber;

  protected play(call: CallRecord): void {
    this.silent.set(null);
    this.playing.set(this.playing() === call.traceId ? null : call.traceId);
  }

  /** The browser gives no reason why it can't play. A call that nobody answered has no recording. */
  protected failed(call: CallRecord): void {
    this.playing.set(null);
    this.silent.set(call.traceId);
  }

  protected machineTime({ start }: CallRecord): string {
    return new Date(start).toISOString();
  }

  protected address(call: CallRecord): string {
    return `/records/mediatel-record?calltraceID=${encodeURIComponent(call.traceId)}`;
  }
}
