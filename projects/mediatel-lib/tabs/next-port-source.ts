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
 *       └── leads no more ── live, parked, yielded
 * ```
 * Whether and whom the tab leads or follows is decided by its role (`TabRole`).
 */
export type PortSource =
  /** Signed out, or the page is left. */
  | { readonly status: 'off' }
  /** No leader is known. */
  | { readonly status: 'seeking' }
  /** The leader is asked for its picture. */
  | { readonly status: 'looking'; readonly leader: string }
  /** The leader's picture is shown. */
  | { readonly status: 'mirroring'; readonly leader: string }
  /** The real ports work here. */
  | { readonly status: 'live' }
  /** It leads, and leaves the phone where the operator signed in elsewhere until somebody asks for it here. */
  | { readonly status: 'parked' }
  /** It leads, and has let go of the phone for another tab. */
  | { readonly status: 'yielded' };

export type PortEvent =
  /** `isElsewhere`: whether the operator signed in elsewhere, as far as is known; it counts where the tab leads. */
  | { readonly type: 'role'; readonly role: TabRole; readonly isElsewhere: boolean }
  | { readonly type: 'picture'; readonly picture: PhonePicture; readonly from: string; readonly shift: number }
  /** The operator asks for the connection or the phone in this tab. */
  | { readonly type: 'wantedHere' }
  /** The operator asks for the phone in another tab. */
  | { readonly type: 'wantedBy'; readonly tab: string }
  /** The tab that the phone was let go of for has not taken it in time. */
  | { readonly type: 'notTaken'; readonly isElsewhere: boolean };

/** What a transition wants done, in order. */
export type PortEffect =
  /** Hold back what happens after a standstill until it is known who leads, and no longer. */
  | { readonly type: 'beginDoubt' }
  | { readonly type: 'endDoubt' }
  /** Put the real ports behind those of this tab, and open them. */
  | { readonly type: 'goLive' }
  /** Show that the operator is elsewhere. */
  | { readonly type: 'park' }
  /** Close the real ports, and put the mirror behind those of this tab. */
  | { readonly type: 'release'; readonly isSigningOut: boolean }
  /** Tell the other tabs who leads, with the picture where there is one. */
  | { readonly type: 'tell' }
  | { readonly type: 'showOff' }
  | { readonly type: 'showSeeking' }
  /** Ask the leader for its picture. */
  | { readonly type: 'look' }
  | { readonly type: 'show'; readonly picture: PhonePicture; readonly from: string; readonly shift: number }
  /** Tell the tab that the phone is its to take, and wait whether it does. */
  | { readonly type: 'yield'; readonly tab: string };

export interface PortStep {
  readonly source: PortSource;
  readonly effects: readonly PortEffect[];
}

/** Every transition of the machine drawn at `PortSource`; the same source where nothing changes. */
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
      // The tabs that follow have been shown nothing yet.
      return source.status === 'parked' ? to({ status: 'live' }, { type: 'goLive' }, { type: 'tell' }) : to(source);
    case 'wantedBy':
      if (source.status !== 'live') return to(source);
      return to({ status: 'yielded' }, { type: 'release', isSigningOut: false }, { type: 'yield', tab: event.tab });
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
      // Also without the phone: the next leader must hear of the raised term, or its words would pass for an old leader's.
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

/** What the server has of a phone that is live must go at once. */
function leave(source: PortSource, isSigningOut: boolean): readonly PortEffect[] {
  if (!leads(source)) return [];
  const endDoubt: PortEffect = { type: 'endDoubt' };
  return source.status === 'live' ? [{ type: 'release', isSigningOut }, endDoubt] : [endDoubt];
}
