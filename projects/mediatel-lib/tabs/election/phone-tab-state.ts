import type { PhoneTabState } from 'mediatel-lib/ports';
import type { TabRole } from './next-tab-role';
import { missLimit } from './tab-link';

/** A tab's role as the rest of the page sees it. */
export function phoneTabState(role: TabRole): PhoneTabState {
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
