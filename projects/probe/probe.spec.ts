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
      await server.start({ MEDIATEL_SPELLING: spelling, MEDIATEL_INVITE: invite });
      const report = await probed(await server.options({ call: oneCall }));
      expect(differing(report)).toEqual([]);
      expect(report).toMatchObject({ endedEarly: null, left: [] });
      expect(report.rows.filter(({ verdict }) => verdict === 'not seen').map(({ claim }) => claim.id)).toEqual([
        'access.tls',
        'socket.pings',
        'call.clerical-limit',
        'sip.public-candidates',
        'sip.session-timer',
      ]);
      expect(await server.health()).toMatchObject({ calls: 0 });
    },
  );
});
