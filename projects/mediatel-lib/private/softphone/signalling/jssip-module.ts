import type * as JsSipNamespace from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { IncomingRTCSessionEvent, UA } from 'jssip/lib/UA';
import type { URI } from 'jssip';
import { fetchPart } from './fetch-part';

/** The JsSIP module. */
export type JsSip = typeof JsSipNamespace;

/** JsSIP's user agent with members that its declarations lack. */
export type JsSipAgent = UA & {
  readonly transport: {
    /** Opens the socket. It does nothing while the socket opens or is open. */
    connect(): void;
  };
  readonly contact: { readonly uri?: { readonly user: string } };
  sendOptions(
    target: URI,
    body: null,
    options: { eventHandlers: { succeeded(): void; failed(event: { readonly response: unknown }): void } },
  ): void;
};

/** States of JsSIP's session (lib/RTCSession.js): our 200 awaits its ACK; confirmed. */
export const awaitingAck = 6;
export const callConfirmed = 9;

interface InDialogAnswers {
  onSuccessResponse(response: { readonly status_code: number; readonly body: string }): void;
  onErrorResponse(response: { readonly status_code: number }): void;
  /** A 408 or 481. */
  onDialogError(response: { readonly status_code: number }): void;
  onTransportError(): void;
  onRequestTimeout(): void;
}

/** JsSIP's session with members that its declarations lack. */
export type JsSipSession = RTCSession & {
  /** These two end a call although its media works. */
  onTransportError(): void;
  onRequestTimeout(): void;
  /** Sends a request within the call. */
  sendRequest(
    method: string,
    options?: {
      readonly extraHeaders: readonly string[];
      readonly body: string;
      readonly eventHandlers: InDialogAnswers;
    },
  ): void;
  /** Handles a request within the call. */
  receiveRequest(request: { readonly method: string; readonly body: string }): void;
  /** Whether the 200 that awaits its ACK contains an offer, which the ACK would answer. */
  _late_sdp: boolean;
};

/** JsSIP's event of an incoming call. The declarations lack the request as it came. */
export type JsSipInvitation = IncomingRTCSessionEvent & { readonly request: { readonly data?: string } };

type LoadedJsSip = JsSip & { readonly default?: JsSip };

/** Loads JsSIP, a CommonJS module. Bundlers give its exports by name, under `default`, or both. */
export const loadJsSip = (): Promise<JsSip> =>
  fetchPart<LoadedJsSip, JsSip>(
    () => import('jssip'),
    (part) => part.default ?? (part.UA === undefined ? undefined : (part as JsSip)),
  );
