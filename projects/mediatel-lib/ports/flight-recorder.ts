import { InjectionToken } from '@angular/core';
import type { UnreadField } from 'mediatel-lib/protocol';

/** Keeps what happened of late. There is none unless the host asks for one: inject it as optional. */
export abstract class FlightRecorder {
  /** The recording so far as the text of a file, without any password. */
  abstract text(): Promise<string>;
  /** Hands the recording to the operator as a download. */
  abstract save(): Promise<void>;
  /** Keeps that a field of a snapshot could not be read. */
  abstract noteUnread(field: UnreadField): void;
}

export type SipDirection = 'sent' | 'received';

/** Is told every SIP message as it goes over the wire, secrets and all: to be kept in parts only. */
export type SipTrace = (direction: SipDirection, message: string) => void;

export const MEDIATEL_SIP_TRACE = new InjectionToken<SipTrace>('MEDIATEL_SIP_TRACE');
