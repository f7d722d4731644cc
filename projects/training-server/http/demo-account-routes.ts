import type { Account, Accounts } from '../accounts';
import { publicPassword, type ServerConfig } from '../config';
import type { Site, SiteParts } from './site-parts';

/** What the sign-in page offers to visitors. */
interface DemoAccounts {
  readonly accounts: readonly Pick<Account, 'login' | 'name' | 'role'>[];
  /** The password of all of them; `null` if there are none. */
  readonly password: string | null;
}

/** Names the accounts with the public password, for everybody: the sign-in page shows them as buttons. */
export function addDemoAccountRoutes(site: Site, { config, accounts }: SiteParts): void {
  site.get('/api/demo-accounts', (_request, reply) => {
    reply.header('cache-control', 'no-store').send(offeredBy(config, accounts));
  });
}

/** A server with a password or a secret of its own has people behind its accounts: it names none. */
function offeredBy(config: Pick<ServerConfig, 'accountPassword' | 'secret'>, accounts: Accounts): DemoAccounts {
  const isDemo = config.accountPassword === publicPassword && config.secret === null;
  const offered = isDemo ? accounts.neverChanged() : [];
  return {
    accounts: offered.map(({ login, name, role }) => ({ login, name, role })),
    password: offered.length === 0 ? null : publicPassword,
  };
}
