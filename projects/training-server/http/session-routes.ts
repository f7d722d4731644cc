import { randomUUID } from 'node:crypto';
import { sipRealm, type Account, type Accounts } from '../accounts';
import type { ServerConfig } from '../config';
import { agentSocketPath } from '../socket/agent-socket';
import { sipPath } from './front';
import type { Site, SiteParts } from './site-parts';
import { cookieName, cookieSeconds } from '../../server-kit';

const credentials = {
  type: 'object',
  required: ['login', 'password'],
  properties: { login: { type: 'string', maxLength: 256 }, password: { type: 'string', maxLength: 256 } },
} as const;

/** What a CRM back end does after its own sign-in: the cookie, and the operator's Mediatel and SIP accounts. */
export function addSessionRoutes(site: Site, { config, accounts, cookie, attempts, log, warnings }: SiteParts): void {
  const attributes = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.tls !== null,
    ...(config.cookieDomain ? { domain: config.cookieDomain } : {}),
  } as const;

  site.post<{ Body: { login: string; password: string } }>(
    '/api/session',
    { schema: { body: credentials } },
    async (request, reply) => {
      const { login, password } = request.body;
      const earlier = await cookie.read(request.headers.cookie);
      const vouched = earlier?.username === login;
      const waitSeconds = attempts.waitSeconds(login, request.ip, vouched);
      if (waitSeconds > 0) {
        warnings.warn({ user: login, address: request.ip, waitSeconds }, 'sign-in refused: too many attempts');
        return reply
          .code(429)
          .header('retry-after', String(waitSeconds))
          .send({
            error: 'too-many-attempts',
            message: `Too many attempts; try again in ${waitSeconds} s`,
            waitSeconds,
          });
      }
      const isRight = accounts.isPassword(login, password);
      const account = accounts.findByLogin(login);
      if (!account || !isRight) {
        attempts.refused(login, request.ip, vouched);
        warnings.warn({ user: login, address: request.ip }, 'sign-in refused');
        return reply.code(401).send({ error: 'wrong-credentials', message: 'Wrong user name or password' });
      }
      attempts.succeeded(login, request.ip);
      // A second tab that signs in again keeps the same session id; otherwise it would take over the first tab's
      // log-in.
      const sessionId = vouched && earlier?.sessionId ? earlier.sessionId : randomUUID();
      const value = await cookie.sign({ username: login, userId: String(account.userId), sessionId });
      reply.setCookie(cookieName, value, { ...attributes, maxAge: cookieSeconds });
      log.info({ user: login }, 'signed in');
      return session(account, accounts, config);
    },
  );

  site.get('/api/session', async (request, reply) => {
    const identity = await cookie.read(request.headers.cookie);
    const account = identity && accounts.findByLogin(identity.username);
    if (!account) return reply.code(401).send({ error: 'not-signed-in', message: 'Sign in first' });
    return reply.header('cache-control', 'no-store').send(session(account, accounts, config));
  });

  site.delete('/api/session', async (_request, reply) => {
    reply.clearCookie(cookieName, attributes);
    return reply.code(204).send();
  });
}

/** Only operators have a Mediatel and a SIP account. */
function session(account: Account, accounts: Accounts, { clericalSeconds }: Pick<ServerConfig, 'clericalSeconds'>) {
  const { login, name, extension, sipLogin, sipPassword, role, userId } = account;
  const operator = role === 'operator';
  return {
    login,
    userId,
    name,
    role,
    extension,
    sipLogin,
    sipRealm,
    /** Not in Mediatel's protocol. */
    clericalSeconds: clericalSeconds === 0 ? null : clericalSeconds,
    mediatel: operator
      ? { user: login, password: accounts.phonePassword(account), extension, path: agentSocketPath }
      : null,
    sip: operator ? { login: sipLogin, password: sipPassword, realm: sipRealm, path: sipPath } : null,
  };
}
