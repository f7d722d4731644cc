import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, type Signal, computed, inject, linkedSignal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import type { SupervisorRequestKind } from 'mediatel-lib/hub-protocol';
import { MediatelClock } from 'mediatel-lib/ports';
import { MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import { BoardTick } from '../hub/board-tick';
import { CallWords } from '../hub/call-words';
import { isLive } from '../hub/operator-view';
import { type OperatorEntry, MediatelOperators } from '../hub/operators';
import { OperatorHeading } from '../requests/operator-heading';
import { requestIcons } from '../requests/operator-menu';
import { OperatorRequests } from '../requests/operator-requests';
import { type FormKind, RequestForm, settlingTime } from '../requests/request-form';
import { RequestOutcomeLine } from '../requests/request-outcome-line';
import { OperatorCalls } from './operator-calls';
import { SheetDay } from './sheet-day';

/** The buttons of the sheet, in order. A message has a field of its own. */
const buttons = ['takePause', 'endPause', 'logout', 'restart'] as const satisfies readonly SupervisorRequestKind[];

/**
 * The side sheet of an operator: the state, what the supervisor may do, today and its calls. The board stays usable beside it.
 *
 * `SheetOpener` opens it. Its data is the chosen operator.
 */
@Component({
  selector: 'mediatel-operator-sheet',
  imports: [
    MatButton,
    MatIconButton,
    MediatelIcon,
    OperatorCalls,
    OperatorHeading,
    RequestForm,
    RequestOutcomeLine,
    SheetDay,
  ],
  templateUrl: './operator-sheet.html',
  styleUrl: './operator-sheet.scss',
  host: { '[attr.lang]': 'language()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OperatorSheet {
  readonly #chosen = inject<Signal<OperatorEntry>>(DIALOG_DATA);
  readonly #operators = inject(MediatelOperators);
  readonly #requests = inject(OperatorRequests);
  readonly #intl = inject(MediatelIntl);
  readonly #sheet = inject(DialogRef);
  readonly #tick = inject(BoardTick);
  readonly #calls = inject(CallWords);
  readonly #clock = inject(MediatelClock);
  #askedAt = -Infinity;
  protected readonly buttons = buttons;
  protected readonly icons = requestIcons;
  protected readonly language = computed(() => this.#intl.labels().language);
  protected readonly text = computed(() => this.#intl.viewLabels().acts);
  protected readonly board = computed(() => this.#intl.viewLabels().board);
  /** The operator on the board; `undefined` once they have left it. */
  readonly #present = computed(() => {
    this.#operators.version();
    return this.#operators.get(this.#chosen().id);
  });
  protected readonly entry = computed(() => this.#present() ?? this.#chosen());
  protected readonly hasLeft = computed(() => this.#present() === undefined);
  /** The present call, which a narrow board has no room for; `null` without one, or while nothing is known. */
  protected readonly call = computed(() => {
    const record = this.entry().record();
    const { call, queue } = record.presence;
    if (call === null || !isLive(record, this.entry().confirmedAt(), this.#tick.now())) return null;
    const { kind, number } = this.#calls.of(call);
    return { number, about: [kind, queue].filter(Boolean).join(' · ') };
  });
  protected readonly outcome = computed(() => this.#requests.outcomeOf(this.entry().id));
  protected readonly allowed = this.#requests.allowed;
  /** What is being asked about; `null` for nothing. Another operator begins with nothing. */
  protected readonly asking = linkedSignal<string, Exclude<FormKind, 'message'> | null>({
    source: () => this.#chosen().id,
    computation: () => null,
  });

  protected isBlocked(kind: SupervisorRequestKind): boolean {
    return this.#requests.blockOf(this.entry(), kind) !== null;
  }

  protected hintOf(kind: SupervisorRequestKind): string | null {
    const block = this.#requests.blockOf(this.entry(), kind);
    if (block !== null) return this.text().blocked[block];
    return kind === 'restart' ? this.text().restartHint : null;
  }

  protected begin(kind: (typeof buttons)[number]): void {
    if (kind === 'endPause') return void this.#requests.send(this.entry(), { kind });
    const now = this.#clock.monotonic();
    const isOpen = this.asking() === kind;
    // The second half of a double click must not close what the first has opened.
    if (isOpen && now - this.#askedAt < settlingTime) return;
    this.#askedAt = now;
    this.asking.set(isOpen ? null : kind);
  }

  protected close(): void {
    this.#sheet.close();
  }
}
