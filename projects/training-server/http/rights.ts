import { findByLogin } from '../accounts';
import type { Identity } from '../../supervisor-hub/identity';

/** Whose calls and desk one may touch: `null` for everybody's. Supervisors may, and everyone where no cookie is asked for. */
export function ownOnly(identity: Identity | null): string | null {
  return identity && findByLogin(identity.username)?.role !== 'supervisor' ? identity.username : null;
}

export function mayActFor(identity: Identity | null, agent: string): boolean {
  const own = ownOnly(identity);
  return own === null || own === agent;
}
