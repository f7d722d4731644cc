import { casesOf, until } from 'test-kit';
import { tableOf } from './cli/table';
import { probeFileOf } from './file/probe-file-of';
import { probe } from './probe';
import { ProbedServer, differing, oneCall, probed, renewedCall } from './probe.fixture';

const server = new ProbedServer();
beforeAll(() => server.start({ CLERICAL_SECONDS: '30' }));
afterEach(() => server.endMeddling());
afterAll(() => server.close());

const ids = ['renewal.accepted', 'renewal.heard', 'renewal.old-path', 'renewal.requests'];

describe('a call that is taken to other pages', () => {
  it('is renewed by the training server: all is held', async () => {
    const options = await server.options({ call: renewedCall, patienceMs: 8000 });
    const report = await probed(options);
    expect(differing(report)).toEqual([]);
    expect(report).toMatchObject({ endedEarly: null, left: [] });
    const rows = report.rows.filter(({ claim }) => ids.includes(claim.id));
    expect(rows.map(({ claim, verdict }) => [claim.id, verdict])).toEqual(ids.map((id) => [id, 'held']));
    expect(report.seen.call).toMatchObject({
      heard: { isSound: true },
      renewals: [
        { how: 'reload', status: 200, path: 'connected', isOtherIce: true, heard: { isSound: true } },
        { how: 'move', status: 200, path: 'connected', isOtherIce: true, heard: { isSound: true } },
      ],
    });
    expect(tableOf(report)).toContain('\n`resumeCalls` can stay on: a call outlives its page here.\n');
    const { timeline, dialect } = probeFileOf(report, options);
    expect(timeline.map(({ what }) => what).filter((what) => /page/.test(what))).toEqual(
      ['reload', 'move'].flatMap((how) => [
        `page: ${how}`,
        'sip: 200 to the new page',
        'audio: first packet at the new page',
      ]),
    );
    expect(dialect.sip?.resumption).toBeUndefined();
    // A busy machine opens audio paths slowly.
  }, 120_000);

  it('is taken to a further page if its path does not come up: no chance decides', async () => {
    let answers = 0;
    const reversed = (_: string, name: string, value: string): string => name + [...value].reverse().join('');
    const url = await server.meddled({
      toClient: (text, path) =>
        path.startsWith('/ws') && /^SIP\/2\.0 200 [^]*CSeq: \d+ INVITE/.test(text) && ++answers === 1
          ? text.replace(/(a=ice-pwd:)(\S+)/, reversed)
          : text,
    });
    const report = await probed(await server.options({ call: renewedCall, patienceMs: 5000 }, url));
    expect(differing(report)).toEqual([]);
    expect(report.seen.call?.renewals.map(({ how, tries }) => [how, tries])).toEqual([
      ['reload', 2],
      ['move', 1],
    ]);
    expect(report.rows.find(({ claim }) => claim.id === 'renewal.heard')).toMatchObject({
      verdict: 'held',
      detail: expect.stringContaining('reload: for page 2 sound comes in') as string,
    });
    expect(tableOf(report)).toContain('\n`resumeCalls` can stay on: a call outlives its page here.\n');
  }, 120_000);

  it('is not, unless it is asked for', async () => {
    const report = await probed(await server.options({ call: oneCall, patienceMs: 8000 }));
    expect(report.seen.call).toMatchObject({ heard: null, renewals: [] });
    expect(report.rows.filter(({ claim }) => ids.includes(claim.id)).map(({ detail }) => detail)).toEqual(
      ids.map(() => 'no renewal was asked for (--renewal)'),
    );
    expect(tableOf(report)).not.toContain('resumeCalls');
  });

  it.each(casesOf(['403', '481', '488', 'silent', 'dtls-not-renewed'], 1, 4))(
    '%s: the closing sentence says so',
    async (fault) => {
      const options = await server.options({ call: renewedCall, patienceMs: 8000 });
      await server.failResumption(options, fault);
      const report = await probed(options);
      await server.failResumption(options, fault, 0);
      expect(tableOf(report)).toContain('\nSet `resumeCalls: false`: a call does not outlive its page here (');
      expect(probeFileOf(report, options).dialect.sip?.resumption).toBe(fault);
      expect(report).toMatchObject({ endedEarly: null, left: [] });
      expect(await server.health()).toMatchObject({ operators: 0, calls: 0 });
      expect(server.isRegistered('1001')).toBe(false);
    },
    120_000,
  );
});

const isAsBefore = async (): Promise<boolean> => {
  const { operators, calls } = await server.health();
  return operators === 0 && calls === 0 && !server.isRegistered('1001');
};

describe('a call that is taken to another page is ended', () => {
  /** Moments of a renewal, by the SIP message that shows them: the first and the second page have one of each. */
  const moments = [
    ['the new page registers', 'toServer', /^REGISTER /, 3],
    ['it is registered', 'toClient', /^SIP\/2\.0 200 [^]*CSeq: \d+ REGISTER/, 2],
    ['the re-INVITE goes out', 'toServer', /^INVITE /, 1],
    ['the answer comes', 'toClient', /^SIP\/2\.0 200 [^]*CSeq: \d+ INVITE/, 1],
    ['the acknowledgement goes out', 'toServer', /^ACK /, 1],
    ['the call is moved', 'toServer', /^INVITE /, 2],
  ] as const;

  it.each(casesOf(moments, 1, 4))(
    'when the probe is interrupted as %s',
    async (_what, way, message, count) => {
      const interruption = new AbortController();
      let seen = 0;
      const url = await server.meddled({
        [way]: (text: string, path: string) => {
          if (path.startsWith('/ws') && message.test(text) && ++seen === count) interruption.abort();
          return text;
        },
      });
      const options = await server.options({ call: renewedCall, patienceMs: 8000 }, url);
      expect(await probe(options, interruption.signal)).toMatchObject({ endedEarly: 'interrupted', left: [] });
      await until(isAsBefore);
    },
    120_000,
  );

  it.each(casesOf(moments, 0, 2, 5))(
    'when the message is lost by which %s, or its connection breaks',
    async (_what, way, message, count) => {
      let seen = 0;
      const isIt = (text: string, path: string): boolean =>
        path.startsWith('/ws') && message.test(text) && ++seen === count;
      const url = await server.meddled(
        way === 'toClient' ? { cuts: isIt } : { toServer: (text, path) => (isIt(text, path) ? null : text) },
      );
      const report = await probed(await server.options({ call: renewedCall, patienceMs: 4000 }, url));
      expect(report.left).toEqual([]);
      expect(seen).toBeGreaterThanOrEqual(count);
      await until(isAsBefore);
    },
    120_000,
  );
});
