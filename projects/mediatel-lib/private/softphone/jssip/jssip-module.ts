import type * as JsSipNamespace from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { IncomingRTCSessionEvent, UA } from 'jssip/lib/UA';
import { fetchPart } from './fetch-part';

/** The JsSIP module. */
export type JsSip = typeof JsSipNamespace;

/** JsSIP's user agent. What its declarations lack is in `jssip-inside.ts`; the same holds for the others. */
export type JsSipAgent = UA;

/** JsSIP's session: a call. */
export type JsSipSession = RTCSession;

/** JsSIP's event of an incoming call. */
export type JsSipInvitation = IncomingRTCSessionEvent;

/** States of JsSIP's session, as it declares them: our 200 awaits its ACK; confirmed. */
export const awaitingAck = 6;
export const callConfirmed = 9;

type LoadedJsSip = JsSip & { readonly default?: JsSip };

/** Loads JsSIP, a CommonJS module. Bundlers give its exports by name, under `default`, or both. */
export const loadJsSip = (): Promise<JsSip> =>
  fetchPart<LoadedJsSip, JsSip>(
    () => import('jssip'),
    (part) => part.default ?? (part.UA === undefined ? undefined : (part as JsSip)),
  );
