import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AuditEntry, SupervisorRequest } from 'mediatel-lib/hub-protocol';
import { type AuditLabels, MediatelIntl } from 'mediatel-lib/ui';
import { HubClient } from '../hub/hub-client';

/** The audit log: the newest 500 requests to operators of the teams that the supervisor watches. Part of `mediatel-board`. */
@Component({
  selector: 'mediatel-audit',
  imports: [MatButton],
  template: `
    @if (text(); as text) {
      <header>
        <h2>{{ text.title }}</h2>
        <button matButton="text" type="button" (click)="refresh()">{{ text.refresh }}</button>
      </header>
      <p role="status">{{ status() }}</p>
      @if (lines().length > 0) {
        <div class="scrolls" tabindex="0" role="region" [attr.aria-label]="text.title">
          <table>
            <thead>
              <tr>
                @for (column of columns; track column) {
                  <th scope="col">{{ text.column[column] }}</th>
                }
              </tr>
            </thead>
            <tbody>
              @for (line of lines(); track $index) {
                <tr>
                  @for (column of columns; track column) {
                    <td>{{ line[column] }}</td>
                  }
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 8px 16px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 12px;
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-body-medium);
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
    }
    h2,
    p {
      margin: 0;
    }
    h2 {
      font: var(--mat-sys-title-small);
    }
    .scrolls {
      max-block-size: 240px;
      overflow: auto;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
      text-align: start;
    }
    th,
    td {
      padding: 8px 12px 8px 0;
      border-block-end: 1px solid var(--mat-sys-outline-variant);
      text-align: start;
      vertical-align: top;
      overflow-wrap: anywhere;
    }
    th {
      font: var(--mat-sys-label-large);
      white-space: nowrap;
    }
    td:first-child {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    td:nth-child(4) {
      min-inline-size: 140px;
    }
  `,
  host: { '[attr.lang]': 'language()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelAudit {
  readonly #intl = inject(MediatelIntl);
  readonly #hub = inject(HubClient);
  readonly #loaded = signal(false);
  /** The log; `undefined` before the hub answers, `null` when it does not give the log. */
  readonly #entries = signal<readonly AuditEntry[] | null | undefined>(undefined);

  protected readonly columns = ['at', 'supervisor', 'operator', 'request', 'outcome'] as const;
  protected readonly language = computed(() => this.#intl.labels().language);
  protected readonly text = computed((): AuditLabels | null => (this.#loaded() ? this.#intl.viewLabels().audit : null));
  protected readonly status = computed(() => {
    const [text, entries] = [this.text(), this.#entries()];
    if (text === null || entries === undefined) return '';
    if (entries === null) return text.unreadable;
    return entries.length === 0 ? text.none : '';
  });
  protected readonly lines = computed(() => {
    const [text, entries] = [this.text(), this.#entries()];
    if (text === null || !entries) return [];
    const time = new Intl.DateTimeFormat(this.language(), { dateStyle: 'short', timeStyle: 'medium' });
    return entries.map(({ at, supervisor, operator, name, request, outcome }) => ({
      at: time.format(at),
      supervisor,
      operator: name || operator,
      request: requestWords(request, text),
      outcome:
        text.outcome[outcome.outcome] +
        (outcome.outcome === 'refused' && outcome.reason !== '' ? ` (${outcome.reason})` : ''),
    }));
  });

  constructor() {
    void this.#intl.loadViews().then(
      () => this.#loaded.set(true),
      () => undefined,
    );
    void this.refresh();
  }

  protected async refresh(): Promise<void> {
    this.#entries.set(await this.#hub.audit());
  }
}

function requestWords(request: SupervisorRequest, text: AuditLabels): string {
  switch (request.kind) {
    case 'message':
      return text.message(request.text);
    case 'takePause':
      return text.takePause(request.pause);
    default:
      return text[request.kind];
  }
}
