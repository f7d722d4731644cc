import { Directive, ElementRef, booleanAttribute, computed, effect, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { Store } from '@ngrx/store';
import { MEDIATEL_CONFIG } from 'mediatel-lib/ports';
import { CommandActions } from 'mediatel-lib/store';
import { MediatelIntl, PhoneNumbers, cleanNumber } from 'mediatel-lib/ui';
import { OperatorInput } from '../state/operator-input';
import { MediatelOperator } from '../state/operator';
import { callObstacle } from '../state/primary-choice';

/**
 * Click to dial, on any element: `<span [mediatelDial]="customer.phone">…</span>`.
 *
 * The element becomes a button for the keyboard and for screen readers. When no call can be made, it is disabled and says
 * why.
 */
@Directive({
  selector: '[mediatelDial]',
  exportAs: 'mediatelDial',
  hostDirectives: [MatTooltip],
  host: {
    class: 'mediatel-dial',
    '[attr.role]': 'role',
    '[attr.tabindex]': 'tabIndex',
    '[attr.aria-disabled]': 'reason() !== null',
    '[style.cursor]': "reason() === null ? 'pointer' : 'not-allowed'",
    '(click)': 'dial($event)',
    '(keydown.enter)': 'keyPressed($event)',
    '(keydown.space)': 'keyPressed($event)',
  },
})
export class MediatelDial {
  /** The number as people write it: brackets, dashes and `tel:` are removed. */
  readonly number = input.required<string | null>({ alias: 'mediatelDial' });
  /** The queue to call through; `null` for the one chosen in the dialer, else Mediatel's first. */
  readonly queue = input<string | null>(null, { alias: 'mediatelDialQueue' });
  /** Whether a click only fills the dialer and does not call. */
  readonly fillOnly = input(false, { alias: 'mediatelDialFillOnly', transform: booleanAttribute });

  readonly #store = inject(Store);
  readonly #operator = inject(MediatelOperator);
  readonly #drafts = inject(OperatorInput);
  readonly #country = inject(MEDIATEL_CONFIG).defaultCountry;
  readonly #numbers = inject(PhoneNumbers);
  readonly #text = inject(MediatelIntl).labels;
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly #isNative = this.#element.matches('button, a[href]');
  protected readonly role = this.#isNative ? null : 'button';
  protected readonly tabIndex = this.#isNative || this.#element.hasAttribute('tabindex') ? null : 0;

  readonly #cleaned = computed(() => cleanNumber(this.number() ?? ''));

  /** Why nothing can be dialled now, in words; `null` when it can. */
  readonly reason = computed(() => {
    const number = this.#cleaned();
    if (this.fillOnly()) return number === '' ? this.#text().why.enterNumber : null;
    return callObstacle(this.#operator.refusals(), this.#operator.isPhoneReady(), number, this.#text());
  });

  constructor() {
    const tooltip = inject(MatTooltip);
    void this.#numbers.load();
    effect(() => {
      const number = this.#numbers.format(this.#cleaned(), this.#country);
      // The tooltip is also the element's description, so screen readers read the reason.
      tooltip.message = this.reason() ?? `${this.#text().call} ${number}`;
    });
  }

  protected keyPressed(event: Event): void {
    if (this.#isNative) return;
    event.preventDefault();
    this.dial(event);
  }

  protected dial(event: Event): void {
    // The browser would open a `tel:` link with another phone application.
    event.preventDefault();
    if (this.reason() !== null) return;
    const phoneNumber = this.#cleaned();
    if (this.fillOnly()) return this.#drafts.number.set(phoneNumber);
    const queueName = this.queue() ?? this.#drafts.chosenQueue();
    this.#store.dispatch(CommandActions.makeCall({ phoneNumber, queueName }));
  }
}
