import type * as JsSipNamespace from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { IncomingRTCSessionEvent, UA } from 'jssip/lib/UA';
import type { URI } from 'jssip';
import { fetchPart } from './fetch-part';

export type JsSip = typeof JsSipNamespace;

/** JsSIP's user agent with what its declarations leave out. */
export type JsSipAgent = UA & {
  readonly transport: {
    /** Opens the socket; a no-op while it opens or is open. */
    connect(): void;
  };
  readonly contact: { readonly uri?: { readonly user: string } };
  sendOptions(
    target: URI,
    body: null,
    options: { eventHandlers: { succeeded(): void; failed(event: { readonly response: unknown }): void } },
  ): void;
};

/** States of JsSIP's session (lib/RTCSession.js): a 200 of ours awaits its ACK; nothing is awaited. */
export const awaitingAck = 6;
export const callConfirmed = 9;

interface InDialogAnswers {
  onSuccessResponse(response: { readonly status_code: number; readonly body: string }): void;
  onErrorResponse(response: { readonly status_code: number }): void;
  /** 408 and 481. */
  onDialogError(response: { readonly status_code: number }): void;
  onTransportError(): void;
  onRequestTimeout(): void;
}

/** JsSIP's session with what its declarations leave out. */
export type JsSipSession = RTCSession & {
  /** These two end a call whose media is well. */
  onTransportError(): void;
  onRequestTimeout(): void;
  /** A request within the call. */
  sendRequest(
    method: string,
    options?: {
      readonly extraHeaders: readonly string[];
      readonly body: string;
      readonly eventHandlers: InDialogAnswers;
    },
  ): void;
  /** What came within the call. */
  receiveRequest(request: { readonly method: string; readonly body: string }): void;
  /** Whether the 200 that awaits its ACK held an offer, to be answered in the ACK. */
  _late_sdp: boolean;
};

export type JsSipInvitation = IncomingRTCSessionEvent;

type LoadedJsSip = JsSip & { readonly default?: JsSip };

/** Loads JsSIP, which is a CommonJS module: bundlers give its exports by name, under `default`, or both. */
export const loadJsSip = (): Promise<JsSip> =>
  fetchPart<LoadedJsSip, JsSip>(
    () => import('jssip'),
    (part) => part.default ?? (part.UA === undefined ? undefined : (part as JsSip)),
  );
