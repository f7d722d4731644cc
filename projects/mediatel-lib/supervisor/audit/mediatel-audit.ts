import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatOption } from '@angular/material/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatSelect } from '@angular/material/select';
import type { AuditEntry } from 'mediatel-lib/hub-protocol';
import { type AuditLabels, MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import { saveFile } from '../day/totals/save-file';
import { HubClient } from '../hub/hub-client';
import { type LogFilter, entriesFor, logColumns, logCsv, logLine, nameOf, noFilter } from './log-lines';

interface LogOption {
  readonly value: string;
  readonly word: string;
}

/** The audit log: the newest 500 requests to operators of the teams that the supervisor watches. Part of `mediatel-board`. */
@Component({
  selector: 'mediatel-audit',
  imports: [MatButton, MatFormField, MatLabel, MatOption, MatSelect, MediatelIcon],
  templateUrl: './mediatel-audit.html',
  styleUrl: './mediatel-audit.scss',
  host: { '[attr.lang]': 'language()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelAudit {
  readonly #document = inject(DOCUMENT);
  readonly #intl = inject(MediatelIntl);
  readonly #hub = inject(HubClient);
  readonly #loaded = signal(false);
  /** The log; `undefined` before the hub answers, `null` when it does not give the log. */
  readonly #entries = signal<readonly AuditEntry[] | null | undefined>(undefined);
  protected readonly filter = signal(noFilter);

  protected readonly columns = logColumns;
  protected readonly language = computed(() => this.#intl.labels().language);
  protected readonly text = computed((): AuditLabels | null => (this.#loaded() ? this.#intl.viewLabels().audit : null));
  protected readonly acts = computed(() => this.#intl.viewLabels().acts);
  protected readonly status = computed(() => {
    const [text, entries] = [this.text(), this.#entries()];
    if (text === null || entries === undefined) return '';
    if (entries === null) return text.unreadable;
    if (entries.length === 0) return text.none;
    return this.lines().length === 0 ? this.acts().nothingFits : '';
  });
  protected readonly lines = computed(() => {
    const [audit, entries] = [this.text(), this.#entries()];
    if (audit === null || !entries) return [];
    const style = { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' } as const;
    const format = new Intl.DateTimeFormat(this.language(), style);
    const words = { audit, acts: this.acts(), time: (at: number) => format.format(at) };
    return entriesFor(entries, this.filter()).map((entry) => logLine(entry, words));
  });
  /** What can be chosen: only what the log contains. */
  protected readonly filters = computed(
    (): readonly { readonly by: keyof LogFilter; readonly options: readonly LogOption[] }[] => {
      const [text, entries] = [this.text(), this.#entries()];
      if (text === null || !entries || entries.length === 0) return [];
      const collator = new Intl.Collator(this.language(), { numeric: true });
      const sorted = (words: ReadonlyMap<string, string>): LogOption[] =>
        Array.from(words, ([value, word]) => ({ value, word })).sort((a, b) => collator.compare(a.word, b.word));
      const { requestKind } = this.acts();
      return [
        { by: 'operator', options: sorted(new Map(entries.map((entry) => [entry.operator, nameOf(entry)]))) },
        {
          by: 'request',
          options: sorted(new Map(entries.map(({ request: { kind } }) => [kind, requestKind[kind]]))),
        },
        {
          by: 'outcome',
          options: sorted(new Map(entries.map(({ outcome: { outcome } }) => [outcome, text.outcome[outcome]]))),
        },
      ];
    },
  );

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

  protected choose(by: keyof LogFilter, value: string | null): void {
    this.filter.update((filter) => ({ ...filter, [by]: value }));
  }

  protected save(): void {
    const text = this.text();
    if (text === null) return;
    const csv = logCsv(this.lines(), text, this.language());
    saveFile(this.#document, 'requests.csv', csv, 'text/csv;charset=utf-8');
  }
}
