import type { MediatelAgent } from 'mediatel-lib/rest';
import { extensionOf } from './directory';

export type StateFilter = 'live' | 'retired' | 'all';

/** Whether an operator is listed: each word of the filter is in the login, the name or the extension. */
export function matchesFilter(agent: MediatelAgent, filter: string, state: StateFilter): boolean {
  if (state !== 'all' && (agent.State === 0) !== (state === 'retired')) return false;
  const text = `${agent.Login} ${agent.Details ?? ''} ${extensionOf(agent)}`.toLocaleLowerCase();
  return filter
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
