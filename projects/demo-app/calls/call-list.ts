import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton, MatIconAnchor, MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { formatNumber } from '../kit/format-number';
import { Icon } from '../kit/icon';
import { PageLanguage } from '../kit/page-language';
import { shortTime } from '../kit/short-time';
import { talkTime } from './call-duration';
import { callListWords } from './call-list.words';
import type { CallRecord } from './call-record';

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
  /** The text that is shown when there are no calls, if it is another than usual. */
  readonly empty = input<string>();

  protected readonly language = inject(PageLanguage).tag;
  protected readonly words = computed(() => callListWords[this.language()]);

  protected readonly playing = signal<string | null>(null);
  protected readonly silent = signal<string | null>(null);
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
