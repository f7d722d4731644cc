import { eachSip } from '../meddler.fixture';
import { ProbedServer, differing, probed, renewedCall } from '../probe.fixture';

describe('a planted difference of a renewal is found and named, and no other claim differs', () => {
  const server = new ProbedServer();
  beforeAll(() => server.start());
  afterEach(() => server.endMeddling());
  afterAll(() => server.close());

  it.each([
    ['403', ['renewal.accepted: 403 to the page that was loaded again']],
    ['481', ['renewal.accepted: 481 to the page that was loaded again']],
    ['488', ['renewal.accepted: 488 to the page that was loaded again']],
    ['silent', ['renewal.accepted: no answer to the page that was loaded again']],
    ['407', []],
    [
      'dtls-not-renewed',
      ['renewal.heard: reload: it comes up, but the page is not heard any more (neither an echo nor receiver reports)'],
    ],
  ])(
    'a page that was loaded again meets %s',
    async (fault, found) => {
      const options = await server.options({ call: renewedCall, patienceMs: 8000 });
      await server.failResumption(options, fault);
      const report = await probed(options);
      await server.failResumption(options, fault, 0);
      expect(differing(report)).toEqual(found);
      expect(report).toMatchObject({ endedEarly: null, left: [] });
      expect(report.seen.call?.renewals[0]).toMatchObject({ isChallenged: fault === '407' });
    },
    // A busy machine opens audio paths slowly.
    120_000,
  );

  it('the BYE does not reach the new page', async () => {
    const url = await server.meddled(eachSip(/^BYE /, () => null));
    const report = await probed(await server.options({ call: renewedCall, patienceMs: 8000 }, url));
    expect(differing(report)).toEqual(['renewal.requests: no BYE came to it']);
    expect(report).toMatchObject({ endedEarly: null, left: [] });
  }, 120_000);
});
