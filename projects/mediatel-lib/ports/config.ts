import { InjectionToken, inject } from '@angular/core';
import type { AgentClientApp } from 'mediatel-lib/protocol';
import type { OperatorAccount, OperatorCredentials } from './account';
import type { OperatorRules } from './operator-rules';
import { SetupPlace } from './setup-place';

/**
 * Which calls the phone answers automatically.
 *
 * `expected`: calls that a snapshot announces; others ring until the operator answers. `always`: every call. `never`:
 * none.
 */
export type AutoAnswerPolicy = 'always' | 'expected' | 'never';

/**
 * How DTMF digits are sent.
 *
 * `rtp`: as telephone events in the audio (RFC 4733). `info`: as SIP INFO. `auto`: as telephone events if the
 * server's offer has them, else as INFO.
 */
export type DigitTransport = 'rtp' | 'info' | 'auto';

/** Configuration that a host gives to `provideMediatel`. */
export interface MediatelConfig {
  /**
   * Returns the operator's accounts after the host's own sign-in. Runs in an injection context.
   *
   * `credentials` are given only if the host uses the library's own sign-in form. To report why a sign-in failed,
   * reject with an `AccountError`.
   */
  readonly account: (credentials?: OperatorCredentials) => Promise<OperatorAccount>;
  /** Which calls the phone answers automatically. Default `expected`. */
  readonly autoAnswer?: AutoAnswerPolicy;
  /**
   * How long clerical (after-call work) may last, in seconds. No field of the protocol carries it. Default: unset,
   * and the desk's timer counts up.
   *
   * A function suits a host that learns the limit at sign-in. It is called each time the limit is needed, in an
   * injection context; `null` means unset.
   */
  readonly clericalSeconds?: number | (() => number | null);
  /**
   * The operator's `ClientApp` of Mediatel's REST API (`GET /agents/self`): its `AutoAnswer`, `ClericalReminder`,
   * `TimeForDialOut` and `ShowPopupPause` govern the desk. Default: none.
   *
   * A function suits a host that learns it at sign-in. It is called each time a setting is needed, in an injection
   * context; `null` means none.
   */
  readonly clientApp?: AgentClientApp | (() => AgentClientApp | null);
  /** How long a command may stay unconfirmed before it counts as unanswered (ms). Default 5000. */
  readonly commandTimeout?: number;
  /** STUN and TURN servers. Default: none. */
  readonly iceServers?: readonly RTCIceServer[];
  /** How long ICE gathering may take before it is cut short (ms). Default 500. */
  readonly iceGatheringTimeout?: number;
  /** Lifetime of the SIP registration in seconds. Default 300, as documented. */
  readonly registerExpires?: number;
  /** Country of numbers typed without a prefix (ISO 3166-1 alpha-2). Default `UA`. */
  readonly defaultCountry?: string;
  /** Whether the chime is played before the operator can be heard. Default true. */
  readonly chime?: boolean;
  /**
   * How DTMF digits are sent. Default `auto`. With `rtp`, digits are dropped in a call whose offer has no telephone
   * events.
   */
  readonly dtmf?: DigitTransport;
  /**
   * Whether a notification is shown when a call comes while the tab is hidden, once the operator has allowed it.
   * Default true.
   */
  readonly notify?: boolean;
  /**
   * Whether an answered call goes on after a reload, a crash or a closed tab: the next page takes up its SIP dialog with
   * a new media path. Default true. Switch it off if your media server does not renew a path (`npx mediatel-probe`).
   */
  readonly resumeCalls?: boolean;
  /** How long before a call's longest duration (`maxCallDuration`) the operator is warned, in seconds. Default 30. */
  readonly maxDurationWarning?: number;
  /** How long each pause may last in seconds, by the pause's name or id. Default: no limits. */
  readonly pauseLimits?: Readonly<Record<string, number>>;
  /**
   * Name or id of the pause to take for an operator who is available but not ready for a call (not registered, or no
   * microphone) for 10 s, such as `Technical Error`. Default `null`: the desk only warns.
   */
  readonly pauseWhenNotReady?: string | null;
  /**
   * Hosts whose pages a screen pop may open: `crm.example`, `crm.example:8443` or `*.crm.example` (the hosts below
   * it).
   *
   * By default, browsers open no page without a click. The screen pop is then a button on the call's card.
   *
   * Default: none, and a screen pop is only an event. Ignored if the host provides a `MEDIATEL_SCREEN_POP_HANDLER`.
   */
  readonly screenPopHosts?: readonly string[];
}

/** The configuration with all defaults filled in. */
export type ResolvedMediatelConfig = Required<Omit<MediatelConfig, 'clericalSeconds' | 'clientApp'>> & {
  /** How long clerical may last, in seconds; `null`: no limit. A host's function runs at each access. */
  readonly clericalSeconds: number | null;
  /** What the operator's `ClientApp` decides. A host's function runs at each access. */
  readonly operatorRules: OperatorRules;
};

/** The resolved configuration. `provideMediatel` provides it; without it, injecting throws `MediatelSetupError`. */
export const MEDIATEL_CONFIG = new InjectionToken<ResolvedMediatelConfig>('MEDIATEL_CONFIG', {
  providedIn: 'root',
  factory: (): ResolvedMediatelConfig => inject(SetupPlace).get(MEDIATEL_CONFIG),
});
