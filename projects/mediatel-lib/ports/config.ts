import { InjectionToken } from '@angular/core';
import type { OperatorAccount, OperatorCredentials } from './account';

/**
 * Which calls are answered without the operator's doing.
 *
 * `expected`: calls that a snapshot announces; others ring for an answer by hand. `always`: every call. `never`: none.
 */
export type AutoAnswerPolicy = 'always' | 'expected' | 'never';

/**
 * How DTMF digits are sent. `rtp`: as telephone events in the audio (RFC 4733). `info`: as SIP INFO. `auto`: in the audio
 * where the server's offer has telephone events, else as INFO.
 */
export type DigitTransport = 'rtp' | 'info' | 'auto';

/** How a host sets the library up. */
export interface MediatelConfig {
  /**
   * Returns the operator's accounts after the host's own sign-in. Runs in an injection context.
   *
   * `credentials` are given only where the host uses the library's own sign-in form.
   */
  readonly account: (credentials?: OperatorCredentials) => Promise<OperatorAccount>;
  /** Default `expected`. */
  readonly autoAnswer?: AutoAnswerPolicy;
  /**
   * How long clerical (after-call work) may last, in seconds; no field of the protocol carries it. Default: unset, time
   * counts up.
   *
   * A host that learns it only with its own sign-in gives a function, asked whenever it is needed; `null` means unset. It
   * runs in an injection context.
   */
  readonly clericalSeconds?: number | (() => number | null);
  /** Milliseconds a command may stay unconfirmed before it is called unanswered. Default 5000. */
  readonly commandTimeout?: number;
  /** STUN and TURN servers. Default none. */
  readonly iceServers?: readonly RTCIceServer[];
  /** Milliseconds after which ICE gathering is ended early. Default 500. */
  readonly iceGatheringTimeout?: number;
  /** SIP registration's life in seconds. Default 300, as documented. */
  readonly registerExpires?: number;
  /** Country for numbers typed without a prefix, ISO 3166-1 alpha-2. Default `UA`. */
  readonly defaultCountry?: string;
  /** Plays the chime before the operator can be heard. Default true. */
  readonly chime?: boolean;
  /** Default `auto`. With `rtp`, digits in a call whose offer has no telephone events are dropped. */
  readonly dtmf?: DigitTransport;
  /** Shows a notification when a call comes while the tab is hidden, once the operator has allowed it. Default true. */
  readonly notify?: boolean;
  /** Seconds before a call's longest duration (`maxCallDuration`) at which the operator is warned. Default 30. */
  readonly maxDurationWarning?: number;
  /** How long a pause may last, in seconds, by its name or id. Default: no limits. */
  readonly pauseLimits?: Readonly<Record<string, number>>;
  /**
   * Name or id of the pause that is taken for an operator who is available but could not take a call for 10 s (not
   * registered, no microphone), such as `Technical Error`. Default `null`: the operator is only warned.
   */
  readonly pauseWhenNotReady?: string | null;
  /**
   * Hosts whose pages a screen pop may open, as `crm.example`, `crm.example:8443` or `*.crm.example` (the hosts below it).
   * A browser as it is delivered lets no page open without a click: it is then a button at the call's card.
   *
   * Default none: a screen pop is then an event only. Not asked where the host brings a `MEDIATEL_SCREEN_POP_HANDLER`.
   */
  readonly screenPopHosts?: readonly string[];
}

/** The configuration with every default filled in. */
export type ResolvedMediatelConfig = Required<Omit<MediatelConfig, 'clericalSeconds'>> & {
  readonly clericalSeconds: number | null;
};

export const MEDIATEL_CONFIG = new InjectionToken<ResolvedMediatelConfig>('MEDIATEL_CONFIG');
