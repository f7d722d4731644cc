import { ApiUnderTest, refused } from './api.fixture';

let api: ApiUnderTest;
beforeEach(async () => (api = await new ApiUnderTest().start()));
afterEach(() => api.server.close());

const idOf = async (number: string): Promise<number> => {
  const { result } = await api.call('GET', '/extensions');
  return Number(result.find(({ E_Extension }) => E_Extension === number)?.['E_ID']);
};

it('lists the assigned ones and a pool', async () => {
  const { result } = await api.call('GET', '/extensions');
  expect(result).toHaveLength(40);
  expect(result.find(({ E_Extension }) => E_Extension === '1012')).toMatchObject({
    ...{ E_ID: expect.any(Number), Protocol: 'SIP', DestAddress: 'sip12', Codecs: ['PCMU', 'PCMA'] },
  });
});

it('creates, changes in part, keeps unknown fields, removes', async () => {
  const created = await api.call('POST', '/extensions', { E_ID: -1, E_Extension: 'webrtc-2016', Odd: [1] });
  expect(created).toMatchObject({ status: 200, result: [{ E_ID: expect.any(Number) }] });
  const path = `/extensions/${String(created.result[0]?.['E_ID'])}`;
  await api.call('PUT', path, { E_Description: 'desk 6' });
  expect((await api.call('GET', path)).result).toMatchObject([
    { E_Extension: 'webrtc-2016', Odd: [1], E_Description: 'desk 6' },
  ]);
  expect(await api.call('DELETE', path)).toMatchObject({ status: 200 });
  expect(await api.call('GET', path)).toMatchObject(refused(404));
});

it('the SIP login of DestAddress is the one that registers', async () => {
  const id = await api.create('olha.new', '1021');
  await api.call('PUT', `/extensions/${await idOf('1021')}`, { DestAddress: 'sip:sip-olha@training.local' });
  const session = await api.server.post('/api/session', { login: 'olha.new', password: 'her own' });
  expect(await session.json()).toMatchObject({ userId: id, extension: '1021', sip: { login: 'sip-olha' } });
});

it('the SIP login of somebody who is logged in stays', async () => {
  const cookie = await api.server.signIn('agent1');
  const socket = api.server.connect(cookie);
  socket.send({ type: 'login', user: 'agent1', password: 'training', extension: '1001' });
  await socket.state('STATE_IDLE');
  const path = `/extensions/${await idOf('1001')}`;
  expect(await api.call('PUT', path, { DestAddress: 'sip-olena' })).toMatchObject(refused(409, 106));
  expect(await api.call('PUT', path, { DestAddress: '1001@training.local' })).toMatchObject({ status: 200 });
});

it('an assigned extension is in use, also by somebody who is logically deleted', async () => {
  const id = await api.create('olha.new', '1021');
  await api.call('PUT', `/agents/${id}`, { State: 0 });
  const path = `/extensions/${await idOf('1021')}`;
  expect(await api.call('DELETE', path)).toMatchObject(refused(409, 106));
  expect(await api.call('PUT', path, { E_Extension: '2021' })).toMatchObject(refused(409, 106));
  expect(await api.call('PUT', path, { E_Description: 'hers' })).toMatchObject({ status: 200 });
  await api.call('DELETE', `/agents/${id}`);
  expect(await api.call('DELETE', path)).toMatchObject({ status: 200 });
});

it.each([
  ['no number', { E_ID: -1 }, 400, 100],
  ['a number in use', { E_ID: -1, E_Extension: '1001' }, 409, 102],
  ['an empty number', { E_ID: -1, E_Extension: '' }, 400, 101],
  ['a number with a slash', { E_ID: -1, E_Extension: '10/1' }, 400, 101],
  ['E_ID 0', { E_ID: 0, E_Extension: '2001' }, 400, 100],
  ['codecs of text', { E_ID: -1, E_Extension: '2001', Codecs: 'PCMU' }, 400, 100],
  ['the SIP login of another', { E_ID: -1, E_Extension: '2001', DestAddress: 'sip12' }, 409, 102],
  ['no SIP login', { E_ID: -1, E_Extension: '2001', DestAddress: 'a b@c' }, 400, 100],
])('an extension with %s is refused', async (_what, body, code, id) => {
  expect(await api.call('POST', '/extensions', body)).toMatchObject(refused(code, id));
});

describe('a batch', () => {
  it('does what it can, and reports each entry', async () => {
    const free = await idOf('1030');
    const assigned = await idOf('1001');
    const { status, error, result } = await api.call('PATCH', '/extensions', {
      Deleted: [{ E_ID: free }, { E_ID: assigned }, { E_ID: 'x' }, { E_ID: 999_999 }],
      Inserted: [
        { E_ID: -1, E_Extension: '2001' },
        { E_ID: -2, E_Extension: '2001' },
        { E_ID: assigned, E_Description: 'first desk' },
        { E_ID: 0, E_Extension: '2002' },
        7,
      ],
    });
    expect({ status, error }).toEqual({ status: 207, error: { code: 207 } });
    expect(result).toEqual([
      { list: 'Deleted', index: 0, E_ID: free, error: { code: 200 } },
      { list: 'Deleted', index: 1, E_ID: assigned, error: expect.objectContaining({ code: 409, id: 106 }) },
      { list: 'Deleted', index: 2, E_ID: null, error: expect.objectContaining({ code: 400, id: 100 }) },
      { list: 'Deleted', index: 3, E_ID: 999_999, error: expect.objectContaining({ code: 404 }) },
      { list: 'Inserted', index: 0, E_ID: expect.any(Number), error: { code: 200 } },
      { list: 'Inserted', index: 1, E_ID: -2, error: expect.objectContaining({ code: 409, id: 102 }) },
      { list: 'Inserted', index: 2, E_ID: assigned, error: { code: 200 } },
      { list: 'Inserted', index: 3, E_ID: 0, error: expect.objectContaining({ code: 400, id: 100 }) },
      { list: 'Inserted', index: 4, E_ID: null, error: expect.objectContaining({ code: 400, id: 100 }) },
    ]);
    expect(await idOf('1030')).toBeNaN();
    expect(await idOf('2001')).toBeGreaterThan(0);
  });

  it('of which nothing fails answers 200, of 500 extensions too', async () => {
    const Inserted = Array.from({ length: 500 }, (_, index) => ({ E_ID: -1 - index, E_Extension: `3${index}` }));
    expect(await api.call('PATCH', '/extensions', { Inserted })).toMatchObject({ status: 200, error: { code: 200 } });
    expect((await api.call('GET', '/extensions')).result).toHaveLength(540);
  });

  it.each([
    ['a list', []],
    ['lists that are none', { Deleted: 'all' }],
    ['501 entries', { Deleted: Array.from({ length: 501 }, () => ({ E_ID: 1 })) }],
  ])('that is %s is refused whole', async (_what, body) => {
    expect(await api.call('PATCH', '/extensions', body)).toMatchObject(refused(400, 100));
  });
});
