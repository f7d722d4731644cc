import { findByLogin } from './accounts';
import type { Authentication } from './agent/agent-rules';
import { loginFailures } from './agent/agent-state';
import { sameSecret } from './same-secret';

/** Mediatel's log-in: checks the operator's password, and that the extension is the operator's own. */
export function authenticate(login: string, password: string, extension: string): Authentication {
  const account = findByLogin(login);
  // Compares even if there is no such account, so that the time taken does not show which names exist.
  const isRight = sameSecret(password, account?.password ?? '');
  if (account?.role !== 'operator' || !isRight) return { failure: loginFailures.wrongPassword };
  if (account.extension !== extension) return { failure: loginFailures.wrongExtension };
  return { operator: { agentId: String(account.userId), login, extension } };
}
