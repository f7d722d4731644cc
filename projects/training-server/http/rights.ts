import { findByLogin } from '../accounts';
import { type HubTeams, rightsOf, teamOf } from '../../supervisor-hub/teams';
import type { Identity } from '../../supervisor-hub/identity';

/** Whose calls and desk one may touch: `null` for everybody's. Supervisors may, and everyone where no cookie is asked for. */
export function ownOnly(identity: Identity | null): string | null {
  return identity && findByLogin(identity.username)?.role !== 'supervisor' ? identity.username : null;
}

export function mayActFor(identity: Identity | null, agent: string): boolean {
  const own = ownOnly(identity);
  return own === null || own === agent;
}

/** Whether one may hear a call of this operator (`null`: nobody knows whose it was): one's own, or of a team that one watches. */
export function mayHear(identity: Identity | null, operator: string | null, teams: HubTeams): boolean {
  const own = ownOnly(identity);
  if (own !== null) return operator === own;
  if (identity === null) return true;
  // A call that nobody knows of is in no team: for those who watch all of them.
  return rightsOf(identity.username, teams)?.teams.includes(teamOf(operator ?? '', teams)) ?? false;
}
