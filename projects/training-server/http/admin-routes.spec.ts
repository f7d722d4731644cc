import fc from 'fast-check';
import { ApiUnderTest, refused } from '../admin/api.fixture';

let api: ApiUnderTest;
beforeAll(async () => (api = await new ApiUnderTest().start()));
afterAll(() => api.server.close());

const calls = [
  ['GET', '/agents'],
  ['GET', '/agents/301'],
  ['POST', '/agents'],
  ['PUT', '/agents/301'],
  ['DELETE', '/agents/301'],
  ['GET', '/extensions'],
  ['GET', '/extensions/1'],
  ['POST', '/extensions'],
  ['PUT', '/extensions/1'],
  ['DELETE', '/extensions/1'],
  ['PATCH', '/extensions'],
] as const;

describe.each(calls)('%s %s', (method, path) => {
  it.each(['agent1', 'supervisor1', 'trainer1'])('is refused to %s', async (login) => {
    const body = method === 'GET' || method === 'DELETE' ? undefined : {};
    expect(await api.call(method, path, body, login)).toMatchObject(refused(403, 103));
  });

  it('is refused without a cookie, and to pages of another origin', async () => {
    expect(await api.call(method, path, undefined, null)).toMatchObject(refused(403));
    const cookie = await api.server.signIn('admin1');
    const headers = { origin: 'https://evil.example' };
    const response = await api.server.fetch(`/v1${path}`, { method, cookie, headers });
    expect(await response.json()).toMatchObject({ error: { code: 403 }, result: [] });
  });
});

it.each(['agent1', 'supervisor1', 'admin1'])('%s may read their own agent', async (login) => {
  expect(await api.call('GET', '/agents/self', undefined, login)).toMatchObject({
    status: 200,
    result: [{ Login: login }],
  });
});

it('needs the cookie even if the sockets do not', async () => {
  const open = await new ApiUnderTest().start({ MEDIATEL_AUTH: 'none' });
  try {
    expect(await open.call('GET', '/agents', undefined, null)).toMatchObject(refused(403));
    expect(await open.call('GET', '/agents')).toMatchObject({ status: 200 });
  } finally {
    await open.server.close();
  }
});

it.each([
  ['no JSON', '{', 400],
  ['no body', '', 400],
  ['__proto__', '{"__proto__": {"RightID": 4}}', 400],
  ['300 kB', JSON.stringify({ Details: 'x'.repeat(300_000) }), 413],
  ['lists 1000 deep', `{"Odd": ${'['.repeat(1000)}${']'.repeat(1000)}}`, 400],
])('a body with %s is answered in the API’s form', async (_what, body, code) => {
  expect(await api.raw('PUT', '/agents/301', body)).toMatchObject(refused(code, 100));
});

it.each(['/', '/agent', '/agents/1/2', '/extensions/1/x'])(
  'an unknown address %s is a 404 of its form',
  async (path) => {
    for (const method of ['GET', 'POST', 'PUT']) {
      expect(await api.call(method, path, method === 'GET' ? undefined : {})).toMatchObject(refused(404));
    }
  },
);

it('whatever is sent, the answer has its form and is no 500', async () => {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(0, -0, -1, 1e308, 2 ** 53, '', '\u0000', '\ud800', '‮', [], {}, null, true, 'constructor'),
  );
  const fields = fc.constantFrom(
    ...[
      'ID',
      'Login',
      'Password',
      'State',
      'RightID',
      'PersNumbers',
      'ClientApp',
      'Details',
      'constructor',
      'toString',
    ],
    ...['E_ID', 'E_Extension', 'DestAddress', 'Codecs', 'Deleted', 'Inserted', 'Odd'],
  );
  const body = fc.oneof(
    fc.dictionary(fields, fc.oneof(odd, fc.array(odd, { maxLength: 3 }), fc.dictionary(fields, odd, { maxKeys: 3 })), {
      maxKeys: 6,
    }),
    odd,
  );
  const address = fc.constantFrom(
    ...['/agents', '/agents/302', '/agents/self', '/agents/%00', '/agents/302?x=1', '/agents/1e3', '/agents/%2e%2e'],
    ...['/extensions', '/extensions/2', '/extensions/-0', '/extensions/٣'],
  );
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE'), address, body, async (method, path, sent) => {
      const { status, error, result } = await api.call(method, path, sent);
      seen.add(status);
      expect(error.code).toBe(status);
      expect(Array.isArray(result)).toBe(true);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 400 },
  );
  expect([...seen]).toEqual(expect.arrayContaining([200, 400, 404]));
  // Nothing that was sent made an account that an answer can't show.
  expect(await api.call('GET', '/agents')).toMatchObject({ status: 200 });
  expect(await api.call('GET', '/extensions')).toMatchObject({ status: 200 });
  expect(api.server.logged.join('')).not.toContain('request failed');
});
