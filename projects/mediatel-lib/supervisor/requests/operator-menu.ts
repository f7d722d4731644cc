import { CdkTrapFocus } from '@angular/cdk/a11y';
import { CdkObserveContent } from '@angular/cdk/observers';
import { CdkConnectedOverlay, type OverlayRef } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, computed, inject, output, signal, viewChild } from '@angular/core';
import { MatDivider } from '@angular/material/divider';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import type { SupervisorRequestKind } from 'mediatel-lib/hub-protocol';
import { MediatelClock } from 'mediatel-lib/ports';
import { type IconName, MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import type { OperatorEntry } from '../hub/operators';
import { OperatorHeading } from './operator-heading';
import { OperatorRequests } from './operator-requests';
import { outcomeWords } from './outcome-words';
import { type FormKind, RequestForm, settlingTime } from './request-form';
import { RequestOutcomeLine } from './request-outcome-line';

/** Icons of the requests. */
export const requestIcons: Readonly<Record<SupervisorRequestKind, IconName>> = {
  message: 'note',
  takePause: 'cup',
  endPause: 'play',
  logout: 'power',
  restart: 'again',
};

/** The requests that can be taken back, in the order in which they are shown. The others are below a divider. */
const plainRequests = ['message', 'takePause', 'endPause'] as const satisfies readonly SupervisorRequestKind[];
/** The requests that can't be taken back. Each is asked about before it is sent. */
const graveRequests = ['logout', 'restart'] as const satisfies readonly SupervisorRequestKind[];

/**
 * The menu of all rows. It is headed by the operator's name and state, offers what the state allows, and says why it does not
 * offer the rest. What a request needs (words, a pause, a yes) is asked in a popover at the row.
 *
 * Rows open it by `OperatorActions`.
 */
@Component({
  selector: 'mediatel-operator-menu',
  imports: [
    CdkConnectedOverlay,
    CdkObserveContent,
    CdkTrapFocus,
    MatDivider,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MediatelIcon,
    OperatorHeading,
    RequestForm,
    RequestOutcomeLine,
  ],
  templateUrl: './operator-menu.html',
  styleUrl: './operator-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OperatorMenu {
  /** Emits when the supervisor wants the operator's side sheet. */
  readonly opened = output<OperatorEntry>();

  readonly #intl = inject(MediatelIntl);
  readonly #clock = inject(MediatelClock);
  /** The menu, for a row's trigger. */
  readonly menu = viewChild(MatMenu);
  /** The operator whose menu is open, or was last. */
  readonly entry = signal<OperatorEntry | null>(null);
  protected readonly requests = inject(OperatorRequests);
  protected readonly asking = signal<{
    readonly entry: OperatorEntry;
    readonly kind: FormKind;
    readonly origin: HTMLElement;
    readonly openedAt: number;
  } | null>(null);
  protected readonly icons = requestIcons;
  protected readonly text = computed(() => this.#intl.viewLabels().acts);
  protected readonly board = computed(() => this.#intl.viewLabels().board);
  protected readonly label = computed(() => {
    const entry = this.entry();
    return entry === null ? '' : this.board().ask(entry.record().name);
  });
  protected readonly plain = computed(() => plainRequests.filter((kind) => this.requests.allowed().includes(kind)));
  protected readonly grave = computed(() => graveRequests.filter((kind) => this.requests.allowed().includes(kind)));
  protected readonly spoken = computed(() => {
    const latest = this.requests.latest();
    return latest && this.text().outcomeOf(latest.who, outcomeWords(latest.kind, latest.outcome, this.text()));
  });
  protected readonly popoverLabel = computed(() => {
    const asking = this.asking();
    if (asking === null) return '';
    const { entry, kind } = asking;
    const who = entry.record().name;
    switch (kind) {
      case 'message':
        return this.board().messageTo(who);
      case 'takePause':
        return this.text().pausesOf(who);
      default:
        return this.text().confirm[kind](who);
    }
  });

  protected begin(entry: OperatorEntry, kind: SupervisorRequestKind, origin: HTMLElement): void {
    if (kind === 'endPause') void this.requests.send(entry, { kind });
    else this.asking.set({ entry, kind, origin, openedAt: this.#clock.monotonic() });
  }

  /** A row that has left the board has no place any more: the popover stays where it is. */
  protected follow(popover: OverlayRef, origin: HTMLElement): void {
    if (origin.isConnected) popover.updatePosition();
  }

  /** A click beside the popover closes it, unless it is the second half of the double click that opened it. */
  protected leave(openedAt: number): void {
    if (this.#clock.monotonic() - openedAt >= settlingTime) this.asking.set(null);
  }

  protected hintOf(entry: OperatorEntry, kind: SupervisorRequestKind): string | null {
    const block = this.requests.blockOf(entry, kind);
    if (block !== null) return this.text().blocked[block];
    return kind === 'restart' ? this.text().restartHint : null;
  }
}
