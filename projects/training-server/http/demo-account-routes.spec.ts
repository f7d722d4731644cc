import { ServerUnderTest } from '../server.fixture';

interface Answer {
  readonly accounts: readonly { readonly login: string; readonly name: string; readonly role: string }[];
  readonly password: string | null;
}

const nobody: Answer = { accounts: [], password: null };

describe('the accounts that the sign-in page offers', () => {
  let server: ServerUnderTest;

  const start = async (env: Record<string, string> = {}) => (server = await new ServerUnderTest().start(env));
  const offered = async () => (await (await server.fetch('/api/demo-accounts')).json()) as Answer;

  afterEach(() => server.close());

  it('are those of a new database, without a cookie, and their password signs in', async () => {
    await start();
    const { accounts, password } = await offered();
    expect(accounts).toHaveLength(24);
    expect(accounts[0]).toEqual({ login: 'agent1', name: 'Olena Kovalenko', role: 'operator' });
    expect(new Set(accounts.map(({ role }) => role))).toEqual(new Set(['operator', 'supervisor', 'trainer', 'admin']));
    const response = await server.fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'supervisor1', password }),
    });
    expect(response.status).toBe(200);
  });

  it.each<Record<string, string>>([{ ACCOUNT_PASSWORD: 'of-the-classroom' }, { MEDIATEL_SECRET: 'sixteen-letters!' }])(
    'are none with %j',
    async (env) => {
      await start(env);
      expect(await offered()).toEqual(nobody);
    },
  );
});
