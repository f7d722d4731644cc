import {
  ChangeDetectionStrategy,
  Component,
  type ComponentRef,
  DestroyRef,
  ElementRef,
  EnvironmentInjector,
  ErrorHandler,
  Injector,
  afterEveryRender,
  computed,
  createComponent,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { type CallSlotComponent, type CallSlotPhase, MEDIATEL_CALL_SLOTS, type SlotCall } from 'mediatel-lib/store';
import { MediatelIntl } from 'mediatel-lib/ui';
import { MediatelOperator } from '../state/operator';

/** Angular's code of `ExpressionChangedAfterItHasBeenChecked`. It exists only in development, and the view works. */
const changedAfterCheck = 100;

const isChangedAfterCheck = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && Math.abs(Number(error.code)) === changedAfterCheck;

interface Shown {
  readonly component: CallSlotComponent;
  readonly callNumber: number | null;
  readonly ref: ComponentRef<InstanceType<CallSlotComponent>> | null;
}

/**
 * A component of the host in the call panel.
 *
 * Its view is not part of the desk's: this component checks it after each render, so an error in it, now or later, ends only
 * the slot.
 */
@Component({
  selector: 'mediatel-call-slot',
  template: `
    <div #place></div>
    @if (isFailed()) {
      <p role="status">{{ text().slotFailed }}</p>
    }
  `,
  styleUrl: './call-slot.scss',
  host: { '[attr.data-phase]': 'call().phase' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelCallSlot {
  /** When the slot is shown. */
  readonly phase = input.required<CallSlotPhase>();

  readonly #slots = inject(MEDIATEL_CALL_SLOTS);
  readonly #operator = inject(MediatelOperator);
  readonly #environment = inject(EnvironmentInjector);
  readonly #injector = inject(Injector);
  readonly #errors = inject(ErrorHandler);
  private readonly place = viewChild.required<string, ElementRef<HTMLElement>>('place', { read: ElementRef });
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly isFailed = signal(false);
  #shown: Shown | null = null;
  #isWarned = false;

  /** The call, as the component gets it. */
  readonly call = computed(
    (): SlotCall => {
      const [call, agent] = [this.#operator.call(), this.#operator.agent()];
      return {
        phase: this.phase(),
        callTraceID: call?.callTraceID ?? agent.knownCallTraceID,
        number: call?.otherParty ?? agent.ani,
        queueName: call?.queueName ?? agent.queueName,
        callCustomerID: call?.callCustomerID ?? agent.callCustomerID,
        direction: call?.direction ?? agent.callDirection,
      };
    },
    { equal: isSameCall },
  );

  constructor() {
    afterEveryRender({
      mixedReadWrite: () => {
        this.#check();
      },
    });
    inject(DestroyRef).onDestroy(() => {
      this.#remove();
    });
  }

  #check(): void {
    const component = this.#slots[this.phase()];
    const { callNumber } = this.#operator.agent();
    // The phone may know the call before Mediatel does.
    if (this.#shown?.callNumber === null) this.#shown = { ...this.#shown, callNumber };
    // Another call, or another phase with a component of its own, starts from the beginning.
    if (this.#shown !== null && (this.#shown.component !== component || this.#shown.callNumber !== callNumber)) {
      this.#remove();
    }
    if (component === undefined) return;
    if (this.#shown === null) this.#create(component, callNumber);
    this.#render();
  }

  #create(component: CallSlotComponent, callNumber: number | null): void {
    this.isFailed.set(false);
    const hostElement = document.createElement('div');
    this.place().nativeElement.replaceChildren(hostElement);
    this.#shown = { component, callNumber, ref: null };
    try {
      const ref = createComponent(component, {
        environmentInjector: this.#environment,
        elementInjector: this.#injector,
        hostElement,
      });
      this.#shown = { component, callNumber, ref };
    } catch (error) {
      this.#fail(error);
    }
  }

  #render(): void {
    const ref = this.#shown?.ref ?? null;
    if (ref === null) return;
    try {
      ref.setInput('call', this.call());
      ref.changeDetectorRef.detectChanges();
    } catch (error) {
      if (!isChangedAfterCheck(error)) this.#fail(error);
      else if (!this.#isWarned) {
        this.#isWarned = true;
        this.#errors.handleError(error);
      }
    }
  }

  /** Shows a word instead of the component until the next call. */
  #fail(error: unknown): void {
    const { component, callNumber } = this.#shown ?? {};
    this.#remove();
    if (component !== undefined && callNumber !== undefined) this.#shown = { component, callNumber, ref: null };
    this.isFailed.set(true);
    this.#errors.handleError(error);
  }

  #remove(): void {
    const ref = this.#shown?.ref ?? null;
    this.#shown = null;
    this.isFailed.set(false);
    try {
      ref?.destroy();
    } catch (error) {
      this.#errors.handleError(error);
    }
    // A component that fails to be destroyed may leave its elements.
    (ref?.location.nativeElement as Element | undefined)?.remove();
  }
}

function isSameCall(a: SlotCall, b: SlotCall): boolean {
  return (Object.keys(a) as (keyof SlotCall)[]).every((key) => a[key] === b[key]);
}
