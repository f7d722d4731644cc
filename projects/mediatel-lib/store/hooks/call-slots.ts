import { InjectionToken, type InputSignal, type Type } from '@angular/core';
import type { CallDirection } from '../state/agent-state';

/** When a slot is shown: before the call is answered, during the call, in its clerical. */
export type CallSlotPhase = 'before' | 'during' | 'after';

/** The call that a slot's component gets. */
export interface SlotCall {
  /** When the component is shown. */
  readonly phase: CallSlotPhase;
  /** The call's id at Mediatel; `null` before it comes. */
  readonly callTraceID: string | null;
  /** The customer's phone number; `null` if unknown. */
  readonly number: string | null;
  /** The queue of the call; `null` if unknown. */
  readonly queueName: string | null;
  /** Mediatel's id of the customer; `null` if unknown. */
  readonly callCustomerID: string | null;
  /** Who began the call; `null` if unknown. */
  readonly direction: CallDirection | null;
}

/** A host's component for a slot. It must have an input `call`. */
export type CallSlotComponent = Type<{ readonly call: InputSignal<SlotCall> }>;

/** The host's components for the call panel. */
export type CallSlots = Readonly<Partial<Record<CallSlotPhase, CallSlotComponent>>>;

/** The components that `withCallSlots` provides. Default: none. */
export const MEDIATEL_CALL_SLOTS = new InjectionToken<CallSlots>('MEDIATEL_CALL_SLOTS', {
  providedIn: 'root',
  factory: () => ({}),
});
