import type { LeaderTabState } from 'mediatel-lib/ports';
import type { TabRole } from './next-tab-role';
import { missLimit } from './leader-election';

/** A tab's role as the rest of the page sees it. */
export function leaderTabState(role: TabRole): LeaderTabState {
  switch (role.status) {
    case 'idle':
      return { status: 'off' };
    case 'stealing':
      return { status: 'seeking' };
    case 'following':
      return { status: 'following', foreign: role.foreign, silent: role.missed > missLimit };
    default:
      return { status: role.status };
  }
}
