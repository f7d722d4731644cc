import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { casesOf } from 'test-kit';
import { ProbedServer, oneCall, probed, renewedCall } from '../probe.fixture';
import type { ProbeOptions } from '../probe-options';
import { type Dialect, readProbeFile } from '../../server-kit';
import { probeFileOf } from './probe-file-of';

const dir = mkdtempSync(join(tmpdir(), 'dialect-of-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** The file of a probe of a server that speaks the dialect. */
async function fileOf(dialect: Dialect, changes: Partial<ProbeOptions> = {}, env: Record<string, string> = {}) {
  const hasVoice = changes.call !== undefined;
  const server = await new ProbedServer().start(env, dialect, hasVoice);
  try {
    const options = await server.options({ ...(hasVoice ? {} : { sip: null }), ...changes });
    const report = await probed(options);
    if (report.endedEarly !== null) throw new Error(report.endedEarly);
    return probeFileOf(report, options);
  } finally {
    await server.close();
  }
}

const dialects: readonly (readonly [string, Dialect])[] = [
  ['as documented', {}],
  ['a misspelt field', { fields: { availableCommand: { as: ['avaliableCommand'] } } }],
  ['a field misspelt in a new way', { fields: { loginAttempt: { as: ['loginAtempt'] } } }],
  [
    'another form',
    { fields: { pauseId: { form: 'number' }, mute: { form: 'text' }, isAvailable: { form: 'number' } } },
  ],
  ['another nothing', { fields: { callTraceID: { nothing: '' }, agentId: { nothing: 0, form: 'number' } } }],
  ['a field left out everywhere', { fields: { crmConnectTarget: { absentIn: 'every-state' } } }],
  ['a field left out in a state', { fields: { dnis: { absentIn: ['STATE_LOGOUT'] } } }],
  ['a status', { statuses: { STATE_PAUSE: 'on_break' } }],
  ['an unknown field', { extra: { level: 0, flags: ['', { on: false }] } }],
  ['pings', { timing: { pingIntervalMs: 25_000, pingTimeoutMs: 20_000 } }],
];

describe('the dialect of a probe’s file', () => {
  it.each(dialects)('is the one that the server speaks: %s', async (_what, dialect) => {
    expect((await fileOf(dialect)).dialect).toEqual(dialect);
  });

  it('has the names that alternate', async () => {
    const { fields } = (await fileOf({}, {}, { MEDIATEL_SPELLING: 'mixed' })).dialect;
    expect(fields?.['isAvailable']?.as?.toSorted()).toEqual(['isAvailable', 'isAvaliable']);
  });

  it('has the time of slow answers', async () => {
    const { timing } = (await fileOf({ timing: { answerMs: 300 } })).dialect;
    expect(timing?.answerMs).toBeGreaterThanOrEqual(300);
  });

  it.each([
    ['request', 'after-clerical'],
    ['delivered', 'before-clerical'],
  ] as const)('has the order and the times of a call: INVITE at %s, BYE %s', async (inviteAt, bye) => {
    const spoken: Dialect = { inviteAt, bye, timing: { clericalSeconds: 2 }, sip: { expiresSeconds: 240 } };
    const call = { ...oneCall, codeId: null, clericalSeconds: 10 };
    expect((await fileOf(spoken, { call }, { CLERICAL_SECONDS: '2' })).dialect).toEqual(spoken);
  });

  it.each(casesOf(['407', 'dtls-not-renewed', 'silent'] as const, 1))(
    'has what a page meets that takes a call over: %s',
    async (resumption) => {
      const spoken: Dialect = { sip: { resumption } };
      expect((await fileOf(spoken, { call: renewedCall, patienceMs: 8000 })).dialect.sip).toMatchObject({ resumption });
    },
    120_000,
  );

  it('is spoken after the file was written and read', async () => {
    const spoken: Dialect = {
      fields: { queues: { as: ['queuez'] }, callErrorText: { absentIn: 'every-state' } },
      extra: { level: 7 },
    };
    const first = await fileOf(spoken);
    // The value of an unknown field is redacted.
    const redacted = { ...spoken, extra: { level: 0 } };
    expect(first.dialect).toEqual(redacted);
    const path = join(dir, 'x.json');
    writeFileSync(path, JSON.stringify(first));
    expect((await fileOf(readProbeFile(path).dialect)).dialect).toEqual(redacted);
  });
});
