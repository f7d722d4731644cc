import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { decodeSnapshot, parseScreenPop } from 'mediatel-lib/protocol';
import { fieldNames } from '../claims/snapshot-fields';
import { SnapshotRedaction } from './redact-snapshot';

type Fields = Record<string, unknown>;

const documented = (name: string): Fields =>
  JSON.parse(readFileSync(`projects/mediatel-lib/protocol/fixtures/documented-${name}.json`, 'utf8')) as Fields;
const redacted = (raw: unknown): Fields => new SnapshotRedaction().redact(raw) as Fields;
const leaves = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];

describe('SnapshotRedaction', () => {
  it('leaves names, forms and words of the protocol', () => {
    expect(redacted(documented('in-call'))).toMatchObject({
      state: 'STATE_CALL_ACTIVE',
      status: 'in_a_call',
      avaliableCommand: [
        'CMD_ADD_CALL_INFO',
        'CMD_PAUSE',
        'CMD_EXIT',
        'CMD_HOLDCALL',
        'CMD_REQ_PAUSE_LIST',
        'CMD_MUTE',
      ],
      agentExt: 'xxxxxx-0000',
      agentId: '1',
      agentName: 'xxxxxxxxxxx',
      ani: '0000000000',
      dnis: '00@000.000.0.0:0000',
      host: 'xxxxxxxxxxx-xxxx-000-0-00',
      callTraceID: '1',
      callStartTime: '0000-00-00 00:00:00',
      maxCallDuration: '180',
      mute: 0,
      predictiveStatus: '1',
      queues: ['xx_xxxxx_xxxxxxxxxxx'],
    });
  });

  it('keeps distances in time, not the date', () => {
    const { serverTime, time } = redacted(documented('in-call'));
    expect(serverTime).toBe(1_600_000_000_000);
    expect(Number(serverTime) - Number(time)).toBe(1616666470942 - 1616666313139);
  });

  it('replaces the same id by the same number, in lists too', () => {
    const redaction = new SnapshotRedaction();
    const list = redaction.redact({
      pauseList: [
        ['6', 'Lunch'],
        ['102', 'Chat'],
      ],
      pauseId: '0',
    });
    expect(list).toEqual({
      pauseList: [
        ['1', 'xxxxx'],
        ['2', 'xxxx'],
      ],
      pauseId: '0',
    });
    expect(redaction.redact({ pauseId: '102' })).toEqual({ pauseId: '2' });
    expect(redaction.redact({ pauseId: 102 })).toEqual({ pauseId: 2 });
  });

  it.each([
    ...['isAvailable', 'mute', 'predictiveStatus', 'pauseAcknowledge', 'multipleCallCodeAllow', 'loginErrorID'],
    ...['callErrorID', 'loginAttempt', 'callType', 'crmConnectType', 'callWaitDuration', 'maxCallDuration'],
  ])('keeps a small number of %s, and no long one', (field) => {
    expect(redacted({ [field]: '-223' })).toEqual({ [field]: '-223' });
    expect(redacted({ [field]: 1234 })).toEqual({ [field]: 1234 });
    expect(redacted({ [field]: '12345' })).toEqual({ [field]: '00000' });
    expect(redacted({ [field]: 12345 })).toEqual({ [field]: 0 });
  });

  it.each([['agentId'], ['host'], ['availableCallCodes'], ['other']])('keeps every “nothing” of %s', (field) => {
    for (const nothing of ['', '-1', '0', 0, -1, '1999-01-01 01:01:01', null, true, false])
      expect(redacted({ [field]: nothing })).toEqual({ [field]: nothing });
  });

  it.each(['queueId', 'callTraceID', 'callCustomerID', 'agentId'])('numbers the ids of %s by themselves', (field) => {
    const redaction = new SnapshotRedaction();
    const numbers = ['71', '72', '71', 72].map((id) => redaction.redact({ [field]: id }));
    expect(numbers).toEqual(['1', '2', '1', 2].map((id) => ({ [field]: id })));
    expect(redaction.redact({ pauseId: '72' })).toEqual({ pauseId: '1' });
    expect(redaction.redact({ [field]: { id: 72 } })).toEqual({ [field]: { id: 0 } });
  });

  it('moves times of either unit and form alike', () => {
    const redaction = new SnapshotRedaction();
    expect(redaction.redact({ serverTime: 1_700_000_000_500 })).toEqual({ serverTime: 1_600_000_000_000 });
    expect(redaction.redact({ time: '1700000002500' })).toEqual({ time: '1600000002000' });
    expect(redaction.redact({ lastCallTime: 1_700_000_010 })).toEqual({ lastCallTime: 1_600_000_010 });
    expect(redaction.redact({ lastCallTime: 17, time: '2021-03-25' })).toEqual({ lastCallTime: 0, time: '0000-00-00' });
  });

  it('keeps words of the protocol, and nothing else in their place', () => {
    const texts = { state: 'STATE_BREAK', status: 'Іван', availableCommand: ['CMD_TRANSFER', 'call 066', 7, ''] };
    expect(redacted(texts)).toEqual({
      state: 'STATE_BREAK',
      status: 'xxxx',
      availableCommand: ['CMD_TRANSFER', 'xxxx 000', 0, ''],
    });
    expect(redacted({ state: 'A'.repeat(41) })).toEqual({ state: 'x'.repeat(41) });
  });

  it('keeps the shape of lists, whatever is in them', () => {
    const redaction = new SnapshotRedaction();
    const codes = [{ Name: 'Paid', ID: '4' }, { Name: 'Paid', ID: 4, Extra: ['x1'] }, { Name: 'Nr' }, 'four', null];
    expect(redaction.redact({ availableCallCodes: codes, pauseList: ['Lunch', [6]] })).toEqual({
      availableCallCodes: [
        { Name: 'xxxx', ID: '1' },
        { Name: 'xxxx', ID: 1, Extra: ['x0'] },
        { Name: 'xx' },
        'xxxx',
        null,
      ],
      pauseList: ['xxxxx', [1]],
    });
    expect(redaction.redact({ availableCallCodes: 'Paid', pauseList: 'Lunch' })).toEqual({
      availableCallCodes: 'xxxx',
      pauseList: 'xxxxx',
    });
  });

  it('replaces a page’s address, and shapes what is none', () => {
    expect(redacted({ webServer: 'https://crm.example/card?id=7' })).toEqual({ webServer: 'https://page.invalid/' });
    expect(redacted({ webServer: 'call me' })).toEqual({ webServer: 'xxxx xx' });
    expect(redacted({ webServer: ['https://crm.example/'] })).toEqual({ webServer: ['xxxxx://xxx.xxxxxxx/'] });
  });

  it('keeps a page’s call readable', () => {
    const { webServer } = redacted(documented('idle'));
    expect(webServer).not.toContain('survey');
    expect(parseScreenPop(String(webServer))).toMatchObject({ ok: true });
  });

  it('redacts what it does not know by its shape, and digits in names', () => {
    expect(redacted({ skill: { Owner: 'Іван 7', level: 31 }, tel0661234567: true })).toEqual({
      skill: { Owner: 'xxxx 0', level: 0 },
      tel0000000000: true,
    });
  });

  it.each([[null], ['text'], [['a', 1]], [17]])('redacts %j, which is no snapshot', (raw) => {
    expect(JSON.stringify(new SnapshotRedaction().redact(raw))).not.toMatch(/text|"a"|17/);
  });

  it.each(['idle', 'in-call', 'logout'])('leaves what the decoder reads of the documented %s', (name) => {
    const result = decodeSnapshot(redacted(documented(name)));
    expect(result).toMatchObject({ ok: true, unread: [] });
  });

  it('leaves no letter but x and no digit but 0 of a text, whatever field it is in', () => {
    const personal = fc.stringMatching(/^[A-Za-zА-я1-9]{5,20}$/);
    const field = fc.constantFrom(...fieldNames.filter((name) => !['state', 'status'].includes(name)), 'other');
    let checked = 0;
    fc.assert(
      fc.property(field, personal, fc.boolean(), (name, text, isInList) => {
        const out = redacted({ [name]: isInList ? [text, { Name: text, ID: text }, [text, text]] : text });
        const words = leaves(out).filter((value) => typeof value === 'string');
        checked += words.length;
        const isCommand = name === 'availableCommand' || /^[A-Za-z_]+$/.test(text);
        return words.every(
          (word) => (isCommand && word === text && name === 'availableCommand') || !word.includes(text),
        );
      }),
    );
    expect(checked).toBeGreaterThan(100);
  });
});
