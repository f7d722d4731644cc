import { ProbedServer, differing, oneCall, probed } from './probe.fixture';

let server: ProbedServer;
beforeEach(() => (server = new ProbedServer()));
afterEach(() => server.close());

const spellings = ['documented', 'misspelt', 'mixed'];
const invites = ['request', 'delivered'];

describe('a probe of the training server', () => {
  it.each(spellings.flatMap((spelling) => invites.map((invite) => [spelling, invite] as const)))(
    'finds nothing that differs: spelling %s, INVITE at %s',
    async (spelling, invite) => {
      await server.start({ MEDIATEL_SPELLING: spelling, MEDIATEL_INVITE: invite, CLERICAL_SECONDS: '30' });
      const report = await probed(await server.options({ call: oneCall, patienceMs: 8000 }));
      expect(differing(report)).toEqual([]);
      expect(report).toMatchObject({ endedEarly: null, left: [] });
      expect(report.rows.filter(({ verdict }) => verdict === 'not seen').map(({ claim }) => claim.id)).toEqual([
        'access.tls',
        'socket.pings',
        'call.clerical-limit',
        'sip.public-candidates',
        'sip.session-timer',
        ...['accepted', 'heard', 'old-path', 'requests'].map((claim) => `renewal.${claim}`),
      ]);
      expect(await server.health()).toMatchObject({ calls: 0 });
    },
  );

  it('answers the re-INVITEs that refresh a session', async () => {
    await server.start({ SESSION_REFRESH_SECONDS: '1', CLERICAL_SECONDS: '30' });
    const report = await probed(await server.options({ call: { ...oneCall, talkMs: 1800 }, patienceMs: 8000 }));
    expect(differing(report)).toEqual([]);
    expect(report.seen.call?.refreshes).not.toEqual([]);
    expect(report.rows.find(({ claim }) => claim.id === 'sip.session-timer')).toMatchObject({ verdict: 'held' });
  });

  it('finds that a server without cookies lets everybody in', async () => {
    await server.start({ MEDIATEL_AUTH: 'none' }, undefined, false);
    const report = await probed(await server.options({ cookie: null, sip: null }));
    expect(differing(report)).toEqual([
      'access.agent-no-cookie: it opens',
      'access.recordings-no-cookie: it answers 404',
      'access.agent-forged-cookie: it opens',
    ]);
  });
});
