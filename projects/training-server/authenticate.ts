import { findByLogin } from './accounts';
import type { Authentication } from './agent/agent-rules';
import { loginFailures } from './agent/agent-state';

/** Mediatel's log-in: an operator, its password, and an extension that is its own. */
export function authenticate(login: string, password: string, extension: string): Authentication {
  const account = findByLogin(login);
  if (account?.role !== 'operator' || account.password !== password) return { failure: loginFailures.wrongPassword };
  if (account.extension !== extension) return { failure: loginFailures.wrongExtension };
  return { operator: { agentId: String(account.userId), login, extension } };
}
