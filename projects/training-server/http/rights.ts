import { maskNumber } from 'mediatel-lib/protocol';
import { findByLogin } from '../accounts';
import { type HubTeams, rightsOf, teamOf } from '../../supervisor-hub';
import type { Identity } from '../../server-kit';

/** What one may see and touch of an operator. */
export interface Reach {
  /** Whether the operator is oneself or of a team that one watches; `null`: nobody knows whose it was. */
  readonly covers: (operator: string | null) => boolean;
  /** A customer's number as one may read it. */
  readonly number: (number: string) => string;
}

const everything: Reach = { covers: () => true, number: (number) => number };

/** Whether it is a supervisor's request; where no cookie is needed, everybody's is. */
export function isSupervisor(identity: Identity | null): boolean {
  return identity === null || findByLogin(identity.username)?.role === 'supervisor';
}

/** How far one reaches: oneself, or as a supervisor what the hub's file of teams says; everybody where no cookie is needed. */
export function reachOf(identity: Identity | null, teams: HubTeams): Reach {
  if (identity === null) return everything;
  const { username } = identity;
  if (!isSupervisor(identity)) return { covers: (operator) => operator === username, number: (number) => number };
  const rights = rightsOf(username, teams);
  return {
    // A call of nobody known is in no team: for those who watch all of them.
    covers: (operator) => rights?.teams.includes(teamOf(operator ?? '', teams)) ?? false,
    number: (number) => (rights?.numbers ? number : (maskNumber(number) ?? '')),
  };
}
