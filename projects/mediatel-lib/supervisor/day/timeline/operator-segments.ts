import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { OperatorTimeline } from 'mediatel-lib/hub-protocol';
import { MediatelRecordings } from 'mediatel-lib/rest';
import { MediatelIntl, MediatelRecordingPlayer, formatDuration } from 'mediatel-lib/ui';
import { callsIn } from './calls-in';
import { type DayEdge, bandsOf } from '../band/day-band';

/** Number of rows at first, and of those that each press on “more” adds. */
const rowsAtOnce = 50;

/** An operator's day as a table, the newest first. The row with which a call's talk begins has the call's recording. */
@Component({
  selector: 'mediatel-operator-segments',
  template: `
    <table role="table">
      <caption>
        {{
          text().segments(timeline().name)
        }}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{{ text().from }}</th>
          <th scope="col" role="columnheader">{{ text().to }}</th>
          <th scope="col" role="columnheader">{{ text().lasted }}</th>
          <th scope="col" role="columnheader">{{ text().state }}</th>
          <th scope="col" role="columnheader">{{ text().about }}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        @for (row of shown(); track row.key) {
          <tr role="row" [class.unconfirmed]="row.isUnsure">
            <td role="cell" class="from">{{ row.from }}</td>
            <td role="cell" class="to">{{ row.to }}</td>
            <td role="cell" class="lasted">{{ row.lasted }}</td>
            <td role="cell" class="state">{{ row.state }}</td>
            <td role="cell" class="about">
              @if (row.recorded; as traceId) {
                <div class="call">
                  <span>{{ row.about }}</span>
                  <mediatel-recording-player
                    keepsWords
                    [source]="recordings"
                    [callTraceID]="traceId"
                    [who]="text().callOf(row.from, timeline().name)"
                  />
                </div>
              } @else {
                {{ row.about }}
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
    @if (shown().length < rows().length) {
      <button type="button" class="more" (click)="more()">{{ text().more }}</button>
    } @else if (!timeline().complete) {
      <p>{{ text().incomplete }}</p>
    }
  `,
  imports: [MediatelRecordingPlayer],
  styleUrl: './operator-segments.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OperatorSegments {
  /** The operator's day. */
  readonly timeline = input.required<OperatorTimeline>();
  /** The end of the known part of the day. */
  readonly edge = input.required<DayEdge>();
  /** IANA time zone of the times. */
  readonly timeZone = input.required<string>();

  readonly #intl = inject(MediatelIntl);
  protected readonly text = computed(() => this.#intl.viewLabels().day);
  protected readonly recordings = inject(MediatelRecordings);
  readonly #count = linkedSignal({ source: () => this.timeline().id, computation: () => rowsAtOnce });
  protected readonly rows = computed(() => {
    const { language, appearance } = this.#intl.labels();
    const { unconfirmed } = this.#intl.viewLabels().board;
    const clock = new Intl.DateTimeFormat(language, {
      timeStyle: 'medium',
      hourCycle: 'h23',
      timeZone: this.timeZone(),
    });
    const begins = new Map(callsIn(this.timeline()).map(({ traceId, from }) => [from, traceId]));
    return bandsOf(this.timeline(), this.edge())
      .map(({ from, to, lasts, look, pause, queue, traceId }) => ({
        key: `${from}`,
        from: clock.format(from),
        to: lasts ? this.text().stillLasts : clock.format(to),
        lasted: formatDuration((to - from) / 1000),
        state: look === 'unconfirmed' ? unconfirmed : appearance[look],
        isUnsure: look === 'unconfirmed',
        // Not of a call that goes on.
        recorded: lasts ? null : (begins.get(from) ?? null),
        about: [pause, queue, traceId].filter(Boolean).join(' · ') || '–',
      }))
      .reverse();
  });
  protected readonly shown = computed(() => this.rows().slice(0, this.#count()));

  protected more(): void {
    this.#count.update((count) => count + rowsAtOnce);
  }
}
