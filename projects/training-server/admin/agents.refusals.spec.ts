import { ApiUnderTest, refused } from './api.fixture';

// Nothing that is refused changes the server: one is enough.
let api: ApiUnderTest;
beforeAll(async () => (api = await new ApiUnderTest().start()));
afterAll(() => api.server.close());

const clientApp = (ClientApp: object) => ({ ID: -1, Login: 'a.b', Password: 'x', ClientApp });

it.each([
  ['no ID', { Login: 'a.b', Password: 'x' }, 400, 100],
  ['ID 0', { ID: 0, Login: 'a.b', Password: 'x' }, 400, 100],
  ['the ID of somebody', { ID: 301, Login: 'a.b', Password: 'x' }, 400, 100],
  ['a huge ID', { ID: 1e300, Login: 'a.b', Password: 'x' }, 400, 100],
  ['no login', { ID: -1, Password: 'x' }, 400, 100],
  ['an empty login', { ID: -1, Login: '', Password: 'x' }, 400, 101],
  ['a login with a space', { ID: -1, Login: 'a b', Password: 'x' }, 400, 101],
  ['a login that is a pattern', { ID: -1, Login: 'agent*', Password: 'x' }, 400, 101],
  ['a login of 65 letters', { ID: -1, Login: 'a'.repeat(65), Password: 'x' }, 400, 101],
  ['a login that is a number', { ID: -1, Login: 7, Password: 'x' }, 400, 100],
  ['a login in use', { ID: -1, Login: 'AGENT1', Password: 'x' }, 409, 102],
  ['no password', { ID: -1, Login: 'a.b' }, 400, 100],
  ['an empty password', { ID: -1, Login: 'a.b', Password: '' }, 400, 100],
  ['State 2', { ID: -1, Login: 'a.b', Password: 'x', State: 2 }, 400, 100],
  ['RightID 9', { ID: -1, Login: 'a.b', Password: 'x', RightID: 9 }, 400, 100],
  ['an unknown extension', { ID: -1, Login: 'a.b', Password: 'x', PersNumbers: ['9'] }, 400, 100],
  ['an assigned extension', { ID: -1, Login: 'a.b', Password: 'x', PersNumbers: ['1001'] }, 409, 106],
  ['numbers instead of texts', { ID: -1, Login: 'a.b', Password: 'x', PersNumbers: [1021] }, 400, 100],
  ['a ClientApp of text', { ID: -1, Login: 'a.b', Password: 'x', ClientApp: 'no' }, 400, 100],
  ['a Time below 0', { ID: -1, Login: 'a.b', Password: 'x', ClientApp: { AutoAnswer: { Time: -1 } } }, 400, 100],
  ['a Time of more than a minute', clientApp({ AutoAnswer: { Time: 60_001 } }), 400, 100],
  ['a Time of text', clientApp({ AutoAnswer: { Time: '500' } }), 400, 100],
  ['a ClericalReminder below 0', clientApp({ ClericalReminder: -1 }), 400, 100],
  ['a TimeForDialOut of more than a day', clientApp({ TimeForDialOut: 86_401 }), 400, 100],
  ['a ShowPopupPause that is a number', clientApp({ ShowPopupPause: 1 }), 400, 100],
  ['a list', [], 400, 100],
  ['nothing', null, 400, 100],
])('an account with %s is refused', async (_what, body, code, id) => {
  expect(await api.call('POST', '/agents', body)).toMatchObject(refused(code, id));
});

it.each([
  ['an ID of text', 'x', 400, 100],
  ['ID 0', '0', 400, 100],
  ['a negative ID', '-1', 400, 100],
  ['a huge ID', '9'.repeat(30), 400, 100],
  ['an unknown ID', '999999', 404, undefined],
])('%s is refused', async (_what, id, code, detail) => {
  for (const [method, body] of [['GET'], ['PUT', {}], ['DELETE']] as const) {
    expect(await api.call(method, `/agents/${id}`, body)).toMatchObject(refused(code, detail));
  }
});
