import { InjectionToken } from '@angular/core';
import type { UnreadField } from 'mediatel-lib/protocol';

/**
 * Records what happened in the tab lately. Inject it as optional: it exists only if the host uses
 * `withFlightRecorder()`.
 */
export abstract class FlightRecorder {
  /** The recording so far as the text of a file. It contains no password. */
  abstract text(): Promise<string>;
  /** Offers the recording to the operator as a download. */
  abstract save(): Promise<void>;
  /** Deletes what was recorded, in memory and in the browser's storage: the operator has signed out. */
  abstract forget(): void;
  /** Records that a field of a snapshot could not be read. */
  abstract noteUnread(field: UnreadField): void;
}

/** Direction of a SIP message, seen from the browser. */
export type SipDirection = 'sent' | 'received';

/** Receives every SIP message on the wire, secrets included. Keep only parts of it. */
export type SipTrace = (direction: SipDirection, message: string) => void;

/** Listener to all SIP messages. Optional: the flight recorder provides it. */
export const MEDIATEL_SIP_TRACE = new InjectionToken<SipTrace>('MEDIATEL_SIP_TRACE');
