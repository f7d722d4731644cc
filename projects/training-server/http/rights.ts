import { maskNumber } from 'mediatel-lib/protocol';
import type { Accounts } from '../accounts';
import { type HubTeams, rightsOf, teamOf } from '../../supervisor-hub';
import type { Identity } from '../../server-kit';

/** What a client may see and do. */
export interface Reach {
  /** Whether the operator is the client itself, or in a team that it watches. `null`: the operator is unknown. */
  readonly covers: (operator: string | null) => boolean;
  /** A customer's number as the client may see it. */
  readonly number: (number: string) => string;
}

const everything: Reach = { covers: () => true, number: (number) => number };

/** Whether it is a supervisor's request. If no cookie is needed, every request is. */
export function isSupervisor(identity: Identity | null, accounts: Accounts): boolean {
  return identity === null || accounts.findByLogin(identity.username)?.role === 'supervisor';
}

/** Whether the login is a trainer's. Trainers reach every operator. */
export const isTrainer = (login: string, accounts: Accounts): boolean =>
  accounts.findByLogin(login)?.role === 'trainer';

/**
 * What a client may reach: itself; as a supervisor what the hub's file of teams says; as a trainer everything, and so
 * if no cookie is needed.
 */
export function reachOf(identity: Identity | null, teams: HubTeams, accounts: Accounts): Reach {
  if (identity === null) return everything;
  const { username } = identity;
  if (isTrainer(username, accounts)) return everything;
  if (!isSupervisor(identity, accounts))
    return { covers: (operator) => operator === username, number: (number) => number };
  const rights = rightsOf(username, teams);
  return {
    // A call of an unknown operator is in no team: only those who watch all teams see it.
    covers: (operator) => rights?.teams.includes(teamOf(operator ?? '', teams)) ?? false,
    number: (number) => (rights?.numbers ? number : (maskNumber(number) ?? '')),
  };
}
