import type * as JsSipNamespace from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { IncomingRTCSessionEvent, UA } from 'jssip/lib/UA';

export type JsSip = typeof JsSipNamespace;

/** JsSIP's user agent with what its declarations leave out. */
export type JsSipAgent = UA & {
  readonly transport: {
    /** Opens the socket; a no-op while it opens or is open. */
    connect(): void;
  };
  readonly contact: { readonly uri?: { readonly user: string } };
};

/** JsSIP's session with the two callbacks that end a call whose media is well. */
export type JsSipSession = RTCSession & { onTransportError(): void; onRequestTimeout(): void };

export type JsSipInvitation = IncomingRTCSessionEvent;

/** Loads JsSIP, which is a CommonJS module: bundlers give its exports by name, under `default`, or both. */
export async function loadJsSip(): Promise<JsSip> {
  const loaded: JsSip & { readonly default?: JsSip } = await import('jssip');
  return loaded.default ?? loaded;
}
