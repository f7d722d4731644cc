import { decodeSnapshot, parseScreenPop, type Snapshot } from 'mediatel-lib/protocol';
import { AgentUnderTest, rules } from './agent.fixture';
import { spell, type Spelling } from './spelling';
import { wireSnapshot } from './wire-snapshot';

function decoded(data: unknown): Snapshot {
  const result = decodeSnapshot(JSON.parse(JSON.stringify(data)));
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.snapshot;
}

const documentedFields = [
  'agentExt',
  'agentId',
  'agentName',
  'ani',
  'availableCallCodes',
  'availableCommand',
  'callCustomerID',
  'callErrorID',
  'callErrorText',
  'callHistory',
  'callStartTime',
  'callTraceID',
  'callType',
  'callWaitDuration',
  'crmConnectTarget',
  'crmConnectType',
  'dnis',
  'host',
  'isAvailable',
  'lastCallTime',
  'loginAttempt',
  'loginErrorID',
  'loginErrorText',
  'maxCallDuration',
  'multipleCallCodeAllow',
  'mute',
  'pauseAcknowledge',
  'pauseId',
  'pauseList',
  'predictiveStatus',
  'queueId',
  'queueName',
  'queues',
  'serverTime',
  'state',
  'status',
  'time',
  'webServer',
];

describe('the snapshot', () => {
  it('has every documented field, in any state', () => {
    expect(Object.keys(new AgentUnderTest().snapshot()).sort()).toEqual([...documentedFields].sort());
    expect(Object.keys(new AgentUnderTest().talk().snapshot()).sort()).toEqual([...documentedFields].sort());
  });

  it('says "nothing" in each field\'s own way', () => {
    expect(new AgentUnderTest().snapshot()).toMatchObject({
      agentExt: '',
      agentId: '-1',
      agentName: '',
      ani: '',
      callCustomerID: '-1',
      callStartTime: '1999-01-01 01:01:01',
      callTraceID: '-1',
      callType: '-1',
      callWaitDuration: '0',
      loginErrorID: '0',
      maxCallDuration: '0',
      mute: 0,
      pauseId: '0',
      predictiveStatus: '0',
      queueId: '-1',
      queueName: '',
      queues: [''],
      time: null,
      webServer: '',
    });
  });

  it('shows a call as the documents do: numbers as strings', () => {
    const agent = new AgentUnderTest().talk('DM_MFO_1');
    expect(agent.snapshot()).toMatchObject({
      ani: '0661234501',
      callStartTime: expect.stringMatching(/^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d$/),
      callTraceID: '1',
      callType: '3',
      maxCallDuration: '180',
      queueId: '9',
      queueName: 'DM_MFO_1',
      queues: ['DM_Banks_ManualCalls', 'DM_MFO_1', 'Q_P_2_Manual'],
      serverTime: agent.at,
    });
    expect(agent.snapshot()['availableCommand']).toEqual(
      expect.arrayContaining([
        'CMD_ADD_CALL_INFO',
        'CMD_PAUSE',
        'CMD_EXIT',
        'CMD_HOLDCALL',
        'CMD_REQ_PAUSE_LIST',
        'CMD_MUTE',
      ]),
    );
  });

  it("names the state's beginning; hold and retrieve begin a new state", () => {
    const agent = new AgentUnderTest().talk();
    agent.at += 9000;
    agent.request({ type: 'holdCall' });
    agent.at += 1000;
    expect(agent.snapshot()).toMatchObject({
      time: agent.at - 1000,
      serverTime: agent.at,
      holdQueue: 'DM_Banks_ManualCalls',
    });
  });

  it('raises a page that the library reads', () => {
    const pop = parseScreenPop(String(new AgentUnderTest().logIn().offer().snapshot()['webServer']));
    expect(pop).toMatchObject({ ok: true });
  });

  it.each(['documented', 'misspelt', 'mixed'] satisfies Spelling[])('is read alike when spelt as %s', (spelling) => {
    const { state, at } = new AgentUnderTest().talk();
    for (const count of [0, 1, 2]) {
      const setting = { rules, host: 'farm-1', now: at, count } as const;
      const plain = decoded(wireSnapshot(state, { ...setting, spelling: 'documented' }));
      expect(decoded(wireSnapshot(state, { ...setting, spelling }))).toEqual(plain);
      expect(plain.unknownFields).toEqual({});
    }
  });
});

describe('spelling', () => {
  it('documented and misspelt are as the documents have them', () => {
    expect(spell('availableCommand', 'documented', 1)).toBe('availableCommand');
    const wrong = (['availableCommand', 'availableCallCodes', 'isAvailable'] as const).map((name) =>
      spell(name, 'misspelt', 0),
    );
    expect(wrong).toEqual(['avaliableCommand', 'awaliableCallCodes', 'isAvaliable']);
  });

  it('mixed alternates by snapshot and by field', () => {
    expect([0, 1, 2].map((count) => spell('availableCommand', 'mixed', count))).toEqual([
      'availableCommand',
      'avaliableCommand',
      'availableCommand',
    ]);
    expect(spell('availableCallCodes', 'mixed', 0)).toBe('awaliableCallCodes');
  });
});
