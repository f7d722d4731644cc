import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OperatorTimeline } from 'mediatel-lib/hub-protocol';
import { MediatelRecordings } from 'mediatel-lib/rest';
import { MediatelIntl, MediatelRecordingPlayer } from 'mediatel-lib/ui';
import { callsIn } from '../day/timeline/calls-in';
import type { OperatorEntry } from '../hub/operators';
import { HubClient } from '../hub/hub-client';

/** An operator's calls of today, the newest first, each with its recording. Part of the side sheet. */
@Component({
  selector: 'mediatel-operator-calls',
  imports: [MatButton, MediatelRecordingPlayer],
  template: `
    <header>
      <h3>{{ text().calls(name()) }}</h3>
      <button matButton="text" type="button" (click)="read(entry())">{{ again() }}</button>
    </header>
    <p role="status">{{ status() }}</p>
    @if (calls().length > 0) {
      <ul tabindex="0" [attr.aria-label]="text().calls(name())">
        @for (call of calls(); track call.traceId) {
          <li>
            <mediatel-recording-player
              [source]="recordings"
              [callTraceID]="call.traceId"
              [who]="text().callOf(call.time, name())"
              keepsWords
            >
              <b>{{ call.time }}</b> {{ call.about }}
            </mediatel-recording-player>
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './operator-calls.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OperatorCalls {
  /** The operator. */
  readonly entry = input.required<OperatorEntry>();

  readonly #intl = inject(MediatelIntl);
  readonly #hub = inject(HubClient);
  /** The hub's answer; `undefined` before it comes, `null` when the hub has none. */
  readonly #read = signal<{ readonly timeline: OperatorTimeline | null; readonly timeZone: string } | null | undefined>(
    undefined,
  );
  protected readonly recordings = inject(MediatelRecordings);
  protected readonly text = computed(() => this.#intl.viewLabels().day);
  protected readonly again = computed(() => this.#intl.viewLabels().audit.refresh);
  protected readonly name = computed(() => this.entry().record().name);
  protected readonly calls = computed(() => {
    const read = this.#read();
    if (!read?.timeline) return [];
    const { language, incoming, outgoing, predictive } = this.#intl.labels();
    const kinds: Readonly<Record<string, string>> = { incoming, outgoing, predictive };
    const clock = new Intl.DateTimeFormat(language, {
      timeStyle: 'short',
      hourCycle: 'h23',
      timeZone: read.timeZone,
    });
    return callsIn(read.timeline).map(({ traceId, from, kind, queue }) => ({
      traceId,
      time: clock.format(from),
      about: [kinds[kind ?? ''], queue].filter(Boolean).join(' · '),
    }));
  });
  protected readonly status = computed(() => {
    const read = this.#read();
    if (read === undefined) return this.text().reading;
    if (read === null) return this.text().failed;
    return this.calls().length === 0 ? this.text().noCalls : '';
  });

  constructor() {
    effect(() => {
      const entry = this.entry();
      untracked(() => void this.read(entry));
    });
  }

  protected async read(entry: OperatorEntry): Promise<void> {
    this.#read.set(undefined);
    const answer = await this.#hub.timelines({ operators: [entry.id] });
    // Another operator was chosen in the meantime.
    if (entry !== this.entry()) return;
    this.#read.set(answer && { timeline: answer.operators[0] ?? null, timeZone: answer.timeZone });
  }
}
