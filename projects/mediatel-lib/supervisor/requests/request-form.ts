import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type OnInit,
  computed,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MediatelClock } from 'mediatel-lib/ports';
import type { SupervisorRequest } from 'mediatel-lib/hub-protocol';
import { type AskedRequest, MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import type { OperatorEntry } from '../hub/operators';
import { MessageForm } from './message-form';
import { OperatorRequests } from './operator-requests';
import { PauseChoice } from './pause-choice';
import { RequestConfirm } from './request-confirm';

/** Requests that need words, a choice or a yes before they are sent. */
export type FormKind = 'message' | 'takePause' | AskedRequest;

/** How long a form takes no press after it has opened (ms), as the desk's main action does. */
export const settlingTime = 500;

/**
 * What is asked before a request is sent: the message, the pause, or whether it is meant. In the popover and in the side sheet.
 *
 * It takes no press for 500 ms after it has opened under the pointer: the second half of a double click meant the button before.
 */
@Component({
  selector: 'mediatel-request-form',
  imports: [MediatelIcon, MessageForm, PauseChoice, RequestConfirm],
  template: `
    <p class="blocked" role="status">
      @if (block(); as block) {
        <mediatel-icon name="problem" /><span>{{ text().blocked[block] }}</span>
      }
    </p>
    @switch (kind()) {
      @case ('message') {
        <mediatel-message-form
          [entry]="entry()"
          [isDisabled]="block() !== null"
          [cancellable]="cancellable()"
          (sent)="send({ kind: 'message', text: $event })"
          (cancelled)="closed.emit()"
        />
      }
      @case ('takePause') {
        <mediatel-pause-choice
          [entry]="entry()"
          [isDisabled]="block() !== null"
          (chosen)="send({ kind: 'takePause', pause: $event })"
        />
      }
      @case ('logout') {
        <mediatel-request-confirm [entry]="entry()" kind="logout" (answered)="answer($event, 'logout')" />
      }
      @case ('restart') {
        <mediatel-request-confirm [entry]="entry()" kind="restart" (answered)="answer($event, 'restart')" />
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-block-size: 0;
    }
    .blocked {
      display: flex;
      align-items: center;
      gap: 8px;
      margin: 0;
      padding-block-end: 8px;
      color: var(--mat-sys-error);
      font: var(--mat-sys-label-large);
      --mediatel-icon-size: 20px;
    }
    .blocked:empty {
      display: none;
    }
  `,
  host: { role: 'group', '[attr.aria-disabled]': 'isSettling() || null' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequestForm implements OnInit {
  /** The operator. */
  readonly entry = input.required<OperatorEntry>();
  /** The kind of request. */
  readonly kind = input.required<FormKind>();
  /** Whether a message has a button that closes the form. */
  readonly cancellable = input(true);
  /** Emits once the request is sent, or the supervisor has decided against it. */
  readonly closed = output();

  readonly #requests = inject(OperatorRequests);
  readonly #clock = inject(MediatelClock);
  readonly #openedAt = this.#clock.monotonic();
  /** For assistive technology; `#isTooEarly` decides. */
  protected readonly isSettling = signal(true);
  readonly #intl = inject(MediatelIntl);
  protected readonly text = computed(() => this.#intl.viewLabels().acts);
  protected readonly block = computed(() => this.#requests.blockOf(this.entry(), this.kind()));

  #kept = '';

  constructor() {
    const timer = setTimeout(() => this.isSettling.set(false), settlingTime);
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  ngOnInit(): void {
    this.#kept = untracked(() => this.#requests.draftOf(this.entry().id)).trim();
  }

  protected send(request: SupervisorRequest): void {
    if (this.#isTooEarly(request)) return;
    void this.#requests.send(this.entry(), request);
    this.closed.emit();
  }

  /** `send` checks the operator's state again: it may have changed since the question was put. */
  protected answer(isMeant: boolean, kind: AskedRequest): void {
    if (isMeant) this.send({ kind });
    else this.closed.emit();
  }

  #isTooEarly(request: SupervisorRequest): boolean {
    // What was typed since then is meant.
    if (request.kind === 'message' && request.text !== this.#kept) return false;
    return this.#clock.monotonic() - this.#openedAt < settlingTime;
  }
}
