import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { decodeSnapshot } from './decode-snapshot';
import type { Snapshot } from './snapshot';

const fixture = (name: string): Record<string, unknown> =>
  JSON.parse(
    readFileSync(join(process.cwd(), 'projects/mediatel-lib/protocol/fixtures', `documented-${name}.json`), 'utf8'),
  ) as Record<string, unknown>;

const decoded = (data: unknown, previous?: Snapshot): Snapshot => {
  const result = decodeSnapshot(data, previous);
  if (!result.ok) throw new Error(`refused: ${result.path} ${result.reason}`);
  return result.snapshot;
};
const code = (id: unknown, name: unknown) => ({ ID: id, Name: name, ActionFlag: '0' });
const readCode = (id: string, name: string) => ({ id, name, actionFlag: '0' });
const pause = (id: string, name: string) => ({ id, name });
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('decodeSnapshot', () => {
  it('reads the documented call, misspelt names included', () => {
    expect(decoded(fixture('in-call'))).toMatchObject({
      state: 'STATE_CALL_ACTIVE',
      status: 'in_a_call',
      agentExt: 'webrtc-2016',
      agentId: '329',
      ani: '0661234567',
      availableCommand: [
        'CMD_ADD_CALL_INFO',
        'CMD_PAUSE',
        'CMD_EXIT',
        'CMD_HOLDCALL',
        'CMD_REQ_PAUSE_LIST',
        'CMD_MUTE',
      ],
      availableCallCodes: [
        { id: '4', name: '10.Обещание об оплате', actionFlag: '0' },
        { id: '13', name: '50. Нет ответа', actionFlag: '2' },
      ],
      callTraceID: '1185574264',
      callStartTime: '2021-03-25 11:58:15',
      maxCallDuration: 180,
      callWaitDuration: 0,
      mute: false,
      isAvailable: true,
      multipleCallCodeAllow: false,
      predictiveStatus: true,
      pauseId: null,
      serverTime: 1616666470942,
      time: 1616666313139,
      webServer: null,
      unknownFields: {},
    });
  });

  it('reads "nothing" in each field as null or empty', () => {
    expect(decoded(fixture('logout'))).toMatchObject({
      agentExt: null,
      agentId: null,
      agentName: null,
      ani: null,
      callCustomerID: null,
      callTraceID: null,
      callType: null,
      callStartTime: null,
      loginErrorID: null,
      maxCallDuration: null,
      pauseId: null,
      queueId: null,
      queues: [],
      time: null,
      callHistory: [],
      availableCommand: ['CMD_EXIT', 'CMD_REQ_PAUSE_LIST', 'CMD_REQ_CRT_DETAILS', 'CMD_LOGIN'],
    });
  });

  it.each([
    ['availableCommand', 'avaliableCommand', ['CMD_PAUSE']],
    ['availableCallCodes', 'awaliableCallCodes', [{ Name: 'a', ID: '1', ActionFlag: '0' }]],
    ['isAvailable', 'isAvaliable', true],
  ])('takes %s in both spellings', (right, misspelt, value) => {
    const plain = { state: 'STATE_IDLE' };
    expect(decoded({ ...plain, [misspelt]: value })).toEqual(decoded({ ...plain, [right]: value }));
    expect(decoded({ ...plain, [misspelt]: value })).not.toEqual(decoded(plain));
  });

  it('takes numbers as numbers and as texts', () => {
    const asText = decoded({
      state: 'S',
      time: '5',
      maxCallDuration: '180',
      callTraceID: '7',
      mute: '1',
      pauseId: '6',
    });
    expect(asText).toEqual(decoded({ state: 'S', time: 5, maxCallDuration: 180, callTraceID: 7, mute: 1, pauseId: 6 }));
    expect(asText).toMatchObject({ time: 5, maxCallDuration: 180, callTraceID: '7', mute: true, pauseId: '6' });
  });

  it('keeps an unknown field that is called unknownFields', () => {
    expect(decoded({ state: 'STATE_IDLE', unknownFields: 1 }).unknownFields).toEqual({ unknownFields: 1 });
  });

  it('keeps unknown states, statuses, commands, columns and fields', () => {
    expect(
      decoded({
        state: 'STATE_LUNAR',
        status: 'moonwalk',
        availableCommand: ['CMD_FLY'],
        callHistory: [{ MCC_NEW: 'x', MCC_COUNT: 3 }],
        novelty: { deep: [1] },
      }),
    ).toMatchObject({
      state: 'STATE_LUNAR',
      status: 'moonwalk',
      availableCommand: ['CMD_FLY'],
      callHistory: [{ MCC_NEW: 'x', MCC_COUNT: '3' }],
      unknownFields: { novelty: { deep: [1] } },
    });
  });

  it.each([
    [null, ''],
    ['text', ''],
    [[], ''],
    [{}, 'state'],
    [{ state: 7 }, 'state'],
  ])('refuses %j with the path %s', (data, path) => {
    expect(decodeSnapshot(data)).toEqual({ ok: false, path, reason: expect.stringMatching(/.+/) as string });
  });

  it.each<[string, unknown, unknown, string]>([
    ['holdQueue', [], null, 'holdQueue'],
    ['mcc', { deep: 1 }, null, 'mcc'],
    ['lastCallTime', '2021-03-25 11:58:15', null, 'lastCallTime'],
    ['callWaitDuration', '00:00:12', null, 'callWaitDuration'],
    ['pauseAcknowledge', '2', null, 'pauseAcknowledge'],
    ['crmConnectTarget', false, null, 'crmConnectTarget'],
    ['isAvailable', 'yes', null, 'isAvailable'],
    ['loginAttempt', 'none', null, 'loginAttempt'],
    ['time', 'soon', null, 'time'],
    ['mute', 'loud', false, 'mute'],
    ['ani', {}, null, 'ani'],
    ['queues', 5, [], 'queues'],
    ['queues', ['a', {}, 'b'], ['a', 'b'], 'queues[1]'],
    ['pauseList', [['1', 'a'], '2', ['3', 'c']], [pause('1', 'a'), pause('3', 'c')], 'pauseList[1]'],
    [
      'pauseList',
      [
        [{}, 'a'],
        ['3', 'c'],
      ],
      [pause('3', 'c')],
      'pauseList[0][0]',
    ],
    ['availableCommand', [[], 'CMD_MUTE'], ['CMD_MUTE'], 'availableCommand[0]'],
    ['availableCallCodes', [{ Name: 'b' }, code('1', 'a')], [readCode('1', 'a')], 'availableCallCodes[0].ID'],
    ['availableCallCodes', [null, [], code('1', 'a'), 7], [readCode('1', 'a')], 'availableCallCodes[0]'],
    ['availableCallCodes', [code('1', {})], [readCode('1', '')], 'availableCallCodes[0].Name'],
    ['callHistory', [{ a: '1' }, 7, { a: '2' }], [{ a: '1' }, { a: '2' }], 'callHistory[1]'],
  ])('reads the rest if %s is %j, and reports that once by its path', (field, value, read, path) => {
    const good = fixture('in-call');
    const result = decodeSnapshot({ ...good, [field]: value });
    expect(result).toEqual({
      ok: true,
      snapshot: { ...decoded(good), [field]: read },
      unread: [{ path, reason: expect.stringMatching(/.+/) as string }],
    });
    if (!result.ok) throw new Error(result.path);
    expect(decoded(copy({ ...good, [field]: value }), result.snapshot)).toBe(result.snapshot);
  });

  it.each([
    ...['status', 'agentExt', 'agentId', 'agentName', 'host', 'isAvailable', 'lastCallTime', 'loginAttempt'],
    ...['loginErrorID', 'loginErrorText', 'availableCommand', 'queues', 'pauseList', 'pauseId', 'pauseAcknowledge'],
    ...['predictiveStatus', 'ani', 'dnis', 'queueId', 'queueName', 'callTraceID', 'callCustomerID', 'callType'],
    ...['callStartTime', 'callWaitDuration', 'maxCallDuration', 'callErrorID', 'callErrorText', 'mute'],
    ...['availableCallCodes', 'multipleCallCodeAllow', 'callHistory', 'crmConnectTarget', 'crmConnectType'],
    ...['webServer', 'holdQueue', 'mcc', 'serverTime', 'time'],
  ])('reports %s by its own name if it is an object', (field) => {
    expect(decodeSnapshot({ state: 'S', [field]: {} })).toEqual({
      ok: true,
      snapshot: decoded({ state: 'S' }),
      unread: [{ path: field, reason: expect.stringMatching(/.+/) as string }],
    });
  });

  it.each([
    ...[...['agentId', 'queueId', 'callTraceID', 'callCustomerID', 'callType', 'callErrorID', 'crmConnectType']].map(
      (field) => [field, '-1'],
    ),
    ['pauseId', '0'],
    ['loginErrorID', '0'],
    ['callErrorID', '0'],
    ['maxCallDuration', '0'],
    ['callStartTime', '1999-01-01 01:01:01'],
  ])('reads the %s %s as none', (field, nothing) => {
    expect(decoded({ state: 'S', [field]: nothing })).toEqual(decoded({ state: 'S' }));
    expect(decoded({ state: 'S', [field]: '7' })).not.toEqual(decoded({ state: 'S' }));
  });

  it.each(['callHistory', 'pauseList', 'queues', 'availableCallCodes', 'availableCommand'])(
    'takes an empty text for no %s: as a name or number that is nothing',
    (field) => {
      expect(decodeSnapshot({ state: 'S', [field]: '' })).toEqual({
        ok: true,
        snapshot: decoded({ state: 'S' }),
        unread: [],
      });
    },
  );

  it('reports nothing in the documented snapshots', () => {
    for (const name of ['idle', 'in-call', 'logout']) {
      expect(decodeSnapshot(fixture(name))).toMatchObject({ ok: true, unread: [] });
    }
  });

  it('reports a list of thousands of unreadable entries once', () => {
    const queues = Array.from({ length: 5000 }, () => ({}));
    expect(decodeSnapshot({ state: 'S', queues, ani: {} })).toMatchObject({
      unread: [{ path: 'queues[0]' }, { path: 'ani' }],
    });
  });

  it('refuses data that throws when it is read', () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    );
    expect(decodeSnapshot(hostile)).toEqual({ ok: false, path: '', reason: "can't be read: no" });
  });

  it('can not be used to change a prototype', () => {
    const data: unknown = JSON.parse(
      '{"state":"S","__proto__":{"polluted":1},"callHistory":[{"__proto__":{"polluted":1}}]}',
    );
    const snapshot = decoded(data);
    expect(Object.getPrototypeOf(snapshot.unknownFields)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(snapshot.callHistory[0])).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('returns the previous snapshot if nothing changed', () => {
    for (const name of ['idle', 'in-call', 'logout']) {
      const data = { ...fixture(name), novelty: [1] };
      const first = decoded(data);
      expect(decoded(copy(data), first)).toBe(first);
    }
  });

  it('keeps the references of unchanged lists, and of entries that moved', () => {
    const data = { state: 'S', callHistory: [{ a: '1' }, { a: '2' }], ...listsOf(['1', '2', '3']) };
    const first = decoded(data);
    const later = decoded({ ...copy(data), state: 'T' }, first);
    expect(later.availableCallCodes).toBe(first.availableCallCodes);
    expect(later.pauseList).toBe(first.pauseList);
    expect(later.queues).toBe(first.queues);
    expect(later.callHistory).toBe(first.callHistory);

    const moved = decoded({ ...copy(data), ...listsOf(['0', '3', '1']) }, first);
    expect(moved.availableCallCodes.map(({ id }) => id)).toEqual(['0', '3', '1']);
    expect(moved.availableCallCodes[1]).toBe(first.availableCallCodes[2]);
    expect(moved.pauseList[2]).toBe(first.pauseList[0]);
  });

  it('detects a change of each single field', () => {
    const data: Record<string, unknown> = {
      ...fixture('in-call'),
      loginErrorID: '0',
      loginErrorText: '',
      callErrorID: '-1',
    };
    Object.assign(data, { callErrorText: '', holdQueue: '', mcc: '' });
    const first = decoded(data);
    for (const name of Object.keys(data)) {
      const other = Array.isArray(data[name])
        ? []
        : typeof data[name] === 'boolean'
          ? !data[name]
          : data[name] === '1'
            ? '0'
            : '1';
      const changed = { ...copy(data), [name]: other };
      const later = decoded(changed, first);
      expect([name, later === first]).toEqual([name, false]);
      expect(later).toEqual(decoded(changed));
    }
  });

  const listsOf = (ids: readonly string[]) => ({
    queues: ids,
    pauseList: ids.map((id) => [id, `pause ${id}`]),
    availableCallCodes: ids.map((id) => ({ ID: id, Name: `code ${id}`, ActionFlag: '0' })),
  });

  it('law: the previous snapshot never changes the decoded values', () => {
    const ids = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { maxLength: 4 });
    const row = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '22', ''));
    const snapshot = fc.record({
      state: fc.constantFrom('STATE_IDLE', 'STATE_CALL_ACTIVE', 'STATE_NEW'),
      lists: ids,
      callHistory: fc.array(row, { maxLength: 4 }),
      novelty: fc.option(fc.json(), { nil: undefined }),
      time: fc.option(fc.nat(9)),
    });
    const data = (s: { lists: readonly string[] }) => copy({ ...s, ...listsOf(s.lists), lists: undefined });
    fc.assert(
      fc.property(fc.array(snapshot, { minLength: 2, maxLength: 8 }), (sequence) => {
        let previous: Snapshot | undefined;
        for (const s of sequence) {
          const next: Snapshot = decoded(data(s), previous);
          expect(next).toEqual(decoded(data(s)));
          previous = next;
        }
      }),
    );
  });

  it('law: never throws, and a refusal names a path and a reason', () => {
    const field = fc.constantFrom(
      'state',
      'queues',
      'pauseList',
      'availableCallCodes',
      'callHistory',
      'time',
      'mute',
      'ani',
      'x',
    );
    const anything = fc.oneof(
      fc.anything(),
      fc.dictionary(field, fc.anything()).map((data) => ({ state: 'S', ...data })),
    );
    const count = { read: 0, refused: 0 };
    fc.assert(
      fc.property(anything, (data) => {
        const result = decodeSnapshot(data);
        count[result.ok ? 'read' : 'refused']++;
        expect(typeof (result.ok ? result.snapshot.state : result.reason)).toBe('string');
        expect(result.ok ? 'read' : result.reason).not.toBe('');
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(count.read, count.refused)).toBeGreaterThan(100);
  });
});
