import type { PhonePicture } from './channel/tab-message';
import type { TabRole } from './election/next-tab-role';

/**
 * What is behind the ports of this tab.
 *
 * ```
 *  off ◀──▶ seeking ──follows──▶ looking ──picture──▶ mirroring
 *
 *  any of these ──leads──────────────────────▶ live ──wanted in another tab──▶ yielded
 *       ▲    └────leads, signed in elsewhere──▶ parked ──wanted here──▶ live ◀──not taken──┘
 *       └── no longer leads ── live, parked, yielded
 * ```
 *
 * A live tab that is wanted in another one hands an answered call over (`handOver`): its sound stays here until the other
 * tab has its own, see `LeftSound`.
 *
 * The tab's role (`TabRole`) decides whether it leads or follows, and whom.
 */
export type PortSource =
  /** Signed out, or the user left the page. */
  | { readonly status: 'off' }
  /** No leader is known. */
  | { readonly status: 'seeking' }
  /** The tab waits for the leader's picture. */
  | { readonly status: 'looking'; readonly leader: string }
  /** The leader's picture is shown. */
  | { readonly status: 'mirroring'; readonly leader: string }
  /** The real ports work here. */
  | { readonly status: 'live' }
  /** It leads, but the operator signed in elsewhere: the phone stays there until the operator wants it here. */
  | { readonly status: 'parked' }
  /** It leads, and has released the phone for another tab. The sound of a call stays here, see `LeftSound`. */
  | { readonly status: 'yielded' };

/** An event of the ports' source. */
export type PortEvent =
  /** The role changed. `isElsewhere`: whether the operator signed in elsewhere; it counts only if the tab leads. */
  | { readonly type: 'role'; readonly role: TabRole; readonly isElsewhere: boolean }
  | { readonly type: 'picture'; readonly picture: PhonePicture; readonly from: string; readonly shift: number }
  /** The operator wants the connection or the phone in this tab. */
  | { readonly type: 'wantedHere' }
  /** The operator wants the phone in another tab. */
  | { readonly type: 'wantedBy'; readonly tab: string }
  /** The other tab has not taken the released phone in time. */
  | { readonly type: 'notTaken'; readonly isElsewhere: boolean };

/** An effect of a transition. Effects run in order. */
export type PortEffect =
  /** Begins or ends to delay actions after a suspension until it is known who leads. */
  | { readonly type: 'beginDoubt' }
  | { readonly type: 'endDoubt' }
  /** Shows the real ports, and opens them. */
  | { readonly type: 'goLive' }
  /** Shows that the operator signed in elsewhere. */
  | { readonly type: 'park' }
  /** Closes the real ports, except the sound of a call, which another tab takes; and shows the mirror. */
  | { readonly type: 'handOver' }
  /** Closes the real ports, and shows the mirror. */
  | { readonly type: 'release'; readonly isSigningOut: boolean }
  /** Tells the other tabs that this one leads, with its picture if it is live. */
  | { readonly type: 'tell' }
  | { readonly type: 'showOff' }
  | { readonly type: 'showSeeking' }
  /** Asks the leader for its picture. */
  | { readonly type: 'look' }
  | { readonly type: 'show'; readonly picture: PhonePicture; readonly from: string; readonly shift: number }
  /** Tells the tab that it may take the phone, and waits for it. */
  | { readonly type: 'yield'; readonly tab: string };

/** The next source and the effects of a transition. */
export interface PortStep {
  readonly source: PortSource;
  readonly effects: readonly PortEffect[];
}

/** Every transition of the state machine drawn at `PortSource`. Returns the same source if nothing changes. */
export function nextPortSource(source: PortSource, event: PortEvent): PortStep {
  switch (event.type) {
    case 'role':
      return onRole(source, event.role, event.isElsewhere);
    case 'picture': {
      const { picture, from, shift } = event;
      if (source.status !== 'looking' || source.leader !== from) return to(source);
      return to({ status: 'mirroring', leader: from }, { type: 'show', picture, from, shift });
    }
    case 'wantedHere':
      // Until now, the following tabs have got no picture.
      return source.status === 'parked' ? to({ status: 'live' }, { type: 'goLive' }, { type: 'tell' }) : to(source);
    case 'wantedBy':
      if (source.status !== 'live') return to(source);
      return to({ status: 'yielded' }, { type: 'handOver' }, { type: 'yield', tab: event.tab });
    case 'notTaken':
      return source.status === 'yielded' ? take(event.isElsewhere) : to(source);
  }
}

const to = (source: PortSource, ...effects: readonly PortEffect[]): PortStep => ({ source, effects });

const take = (isElsewhere: boolean): PortStep =>
  isElsewhere ? to({ status: 'parked' }, { type: 'park' }) : to({ status: 'live' }, { type: 'goLive' });

const leads = ({ status }: PortSource): boolean => status === 'live' || status === 'parked' || status === 'yielded';

function onRole(source: PortSource, role: TabRole, isElsewhere: boolean): PortStep {
  switch (role.status) {
    case 'leading': {
      // Also without the phone: the next leader must know the raised term, or its messages would count as a former
      // leader's.
      if (leads(source)) return to(source, { type: 'tell' });
      const taken = take(isElsewhere);
      return to(taken.source, { type: 'beginDoubt' }, ...taken.effects, { type: 'tell' });
    }
    case 'alone':
      return leads(source) ? to(source) : take(isElsewhere);
    case 'following':
      if ('leader' in source && source.leader === role.leader) return to(source);
      return to({ status: 'looking', leader: role.leader }, ...leave(source, false), { type: 'look' });
    case 'seeking':
    case 'stealing':
      if (source.status === 'seeking') return to(source);
      return to({ status: 'seeking' }, ...leave(source, false), { type: 'showSeeking' });
    case 'away':
    case 'idle':
      if (source.status === 'off') return to(source);
      return to({ status: 'off' }, ...leave(source, role.status === 'idle'), { type: 'showOff' });
  }
}

/** The server must lose a live phone at once. */
function leave(source: PortSource, isSigningOut: boolean): readonly PortEffect[] {
  if (!leads(source)) return [];
  const endDoubt: PortEffect = { type: 'endDoubt' };
  return source.status === 'live' ? [{ type: 'release', isSigningOut }, endDoubt] : [endDoubt];
}
