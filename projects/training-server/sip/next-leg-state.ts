import type { OperatorFailure } from './operator-failure';

/**
 * The state of the call between the server and one operator's tab.
 *
 * ```
 *  preparing ─INVITE─▶ ringing ─200, ACK─▶ connecting ─audio up─▶ talking
 *      │                  │ │ │                │                    │
 *      │        4xx–6xx ──┘ │ └─ end, no answer: CANCEL ─▶ cancelling
 *      ▼                    ▼                  ▼                    ▼
 *    over                 over               over (BYE)           over (BYE either way)
 * ```
 * A 200 that crosses the CANCEL is acknowledged and hung up.
 */
export type LegState = 'preparing' | 'ringing' | 'connecting' | 'talking' | 'cancelling' | 'over';

/** Everything that can happen to a leg. */
export type LegEvent =
  /** Our offer is made. */
  | { readonly type: 'offered'; readonly offer: string }
  /** 180. */
  | { readonly type: 'rings' }
  /** 200, already acknowledged. */
  | { readonly type: 'accepted'; readonly answer: string }
  /** 3xx–6xx. */
  | { readonly type: 'rejected'; readonly sipStatus: number | undefined }
  | { readonly type: 'answerTimeout' }
  | { readonly type: 'pathUp' }
  | { readonly type: 'pathFailed' }
  /** No offer could be made, the answer is invalid, or the audio path is late. */
  | { readonly type: 'mediaFailed'; readonly cause: unknown }
  /** The tab's BYE. */
  | { readonly type: 'bye' }
  /** The tab does not know the call. */
  | { readonly type: 'unknownToTab' }
  /** The server ends the call. */
  | { readonly type: 'end' };

/** What the owner of a leg is informed of. `failed` and `hungUp` are the last. */
export type LegReport =
  | { readonly type: 'ringing' }
  | { readonly type: 'answered' }
  | { readonly type: 'failed'; readonly reason: OperatorFailure; readonly sipStatus?: number | undefined }
  | { readonly type: 'hungUp' };

/** What a transition wants done, in order. */
export type LegEffect =
  | { readonly type: 'invite'; readonly offer: string }
  /** CANCEL. */
  | { readonly type: 'cancel' }
  /** Follow the new session, and bring its audio path up. */
  | { readonly type: 'connect'; readonly answer: string }
  /** Refresh the session from now on. */
  | { readonly type: 'refresh' }
  /** The leg needs nothing any more, except for a BYE. */
  | { readonly type: 'release' }
  | { readonly type: 'bye' }
  | { readonly type: 'report'; readonly report: LegReport }
  /** For the log. */
  | { readonly type: 'warn'; readonly cause: unknown };

/** The result of a transition. */
export interface LegStep {
  readonly state: LegState;
  readonly effects: readonly LegEffect[];
}

/** Every transition of the machine drawn at `LegState`. An event that makes no sense in a state changes nothing. */
export function nextLegState(state: LegState, event: LegEvent): LegStep {
  if (state === 'over') return onOver(event);
  switch (event.type) {
    case 'offered':
      return state === 'preparing' ? to('ringing', { type: 'invite', offer: event.offer }) : to(state);
    case 'rings':
      return state === 'ringing' ? to('ringing', report({ type: 'ringing' })) : to(state);
    case 'accepted':
      return state === 'ringing' ? to('connecting', { type: 'connect', answer: event.answer }) : hangUp();
    case 'rejected':
      return state === 'ringing' ? to('over', release, report(rejection(event.sipStatus))) : to('over', release);
    case 'answerTimeout':
      return state === 'ringing' ? to('cancelling', cancel, failed('no-answer')) : to(state);
    case 'pathUp':
      return state === 'connecting' ? to('talking', { type: 'refresh' }, report({ type: 'answered' })) : to(state);
    case 'pathFailed':
      return state === 'connecting' ? onMediaFailed(state, 'ICE or DTLS failed') : to(state);
    case 'mediaFailed':
      return onMediaFailed(state, event.cause);
    case 'bye':
      return onBye(state);
    case 'unknownToTab':
      return to('over', release, report({ type: 'hungUp' }));
    case 'end':
      return onEnd(state);
  }
}

const release: LegEffect = { type: 'release' };
const cancel: LegEffect = { type: 'cancel' };
const report = (of: LegReport): LegEffect => ({ type: 'report', report: of });
const failed = (reason: OperatorFailure): LegEffect => report({ type: 'failed', reason });
const to = (state: LegState, ...effects: readonly LegEffect[]): LegStep => ({ state, effects });
const hangUp = (...then: readonly LegEffect[]): LegStep => to('over', release, { type: 'bye' }, ...then);

/** Ends a session that comes too late; otherwise it would go on without us. */
function onOver(event: LegEvent): LegStep {
  return event.type === 'accepted' ? to('over', { type: 'bye' }) : to('over');
}

function onBye(state: LegState): LegStep {
  if (state === 'talking') return to('over', release, report({ type: 'hungUp' }));
  return state === 'connecting' ? to('over', release, failed('rejected')) : to('over', release);
}

function onEnd(state: LegState): LegStep {
  if (state === 'cancelling') return to(state);
  if (state === 'ringing') return to('cancelling', cancel);
  return state === 'preparing' ? to('over', release) : hangUp();
}

function onMediaFailed(state: LegState, cause: unknown): LegStep {
  const warn: LegEffect = { type: 'warn', cause };
  if (state === 'preparing') return to('over', warn, release, failed('media-failed'));
  if (state !== 'connecting') return to(state);
  return to('over', warn, release, { type: 'bye' }, failed('media-failed'));
}

/** The core itself reports 408 and 503 for a tab that did not react or a socket that broke. */
function rejection(sipStatus: number | undefined): LegReport {
  const reason = sipStatus === 408 || sipStatus === 503 ? 'no-answer' : 'rejected';
  return { type: 'failed', reason, sipStatus };
}
