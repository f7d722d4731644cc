import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenuTrigger } from '@angular/material/menu';
import { MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import type { OperatorEntry } from '../hub/operators';
import type { OperatorMenu } from './operator-menu';
import { OperatorRequests } from './operator-requests';
import { RequestOutcomeLine } from './request-outcome-line';

/** The end of an operator's row: the button that opens the menu, and the outcome of a request for 10 s. */
@Component({
  selector: 'mediatel-operator-actions',
  imports: [MatIconButton, MatMenuTrigger, MediatelIcon, RequestOutcomeLine],
  template: `
    @if (outcome(); as outcome) {
      <mediatel-request-outcome [shown]="outcome" />
    }
    <button
      #origin
      matIconButton
      type="button"
      [matMenuTriggerFor]="menu().menu() ?? null"
      [matMenuTriggerData]="{ entry: entry(), origin: button()?.nativeElement }"
      [attr.aria-label]="label()"
      (menuOpened)="menu().entry.set(entry())"
    >
      <mediatel-icon name="more" />
    </button>
  `,
  styles: `
    :host {
      display: contents;
    }
    mediatel-request-outcome {
      position: absolute;
      inset-block-end: 4px;
      inset-inline-end: 64px;
      z-index: 1;
      min-block-size: 28px;
      max-block-size: calc(100% - 8px);
      max-inline-size: calc(100% - 80px);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OperatorActions {
  /** The operator. */
  readonly entry = input.required<OperatorEntry>();
  /** The menu of all rows. */
  readonly menu = input.required<OperatorMenu>();

  /** Where the popover opens. The plain reference would be the component of the button, which is no place. */
  protected readonly button = viewChild<string, ElementRef<HTMLElement>>('origin', { read: ElementRef });
  readonly #intl = inject(MediatelIntl);
  readonly #requests = inject(OperatorRequests);
  protected readonly outcome = computed(() => this.#requests.outcomeOf(this.entry().id));
  protected readonly label = computed(() => this.#intl.viewLabels().board.ask(this.entry().record().name));
}
