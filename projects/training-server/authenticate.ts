import type { Accounts } from './accounts';
import type { AgentRules } from './agent/agent-rules';
import { loginFailures } from './agent/agent-state';

/** Mediatel's log-in: checks the operator's password, and that the extension is the operator's own. */
export const authenticator =
  (accounts: Accounts): AgentRules['authenticate'] =>
  (login, password, extension) => {
    // Compares even if there is no such account, so that the time taken does not show which names exist.
    const isRight = accounts.isPhonePassword(login, password);
    const account = accounts.findByLogin(login);
    if (account?.role !== 'operator' || !isRight) return { failure: loginFailures.wrongPassword };
    if (account.extension === '' || account.extension !== extension) return { failure: loginFailures.wrongExtension };
    return { operator: { agentId: String(account.userId), login, extension } };
  };
