import { readFileSync } from 'node:fs';
import { flightName } from './download-flight';
import type { FlightEntry } from './flight-entry';
import { type FlightFile, libraryVersion } from './flight-file';
import { FlightTape } from './flight-tape';
import { sipLines } from './sip-lines';

const rules = { secrets: new Set<string>(), maskNumbers: true };
const head = { browser: 'test', operator: null, savedAt: { wall: 0, monotonic: 0 }, storage: 'browser' } as const;
const page = (at: number): FlightEntry => ({ at, type: 'page', event: 'online' });

const entriesOf = (tape: FlightTape): readonly FlightEntry[] =>
  (JSON.parse(tape.write(head, rules)) as FlightFile).entries;

describe('a flight tape', () => {
  it('keeps the entries of its last minutes', () => {
    const tape = new FlightTape({ milliseconds: 1000, characters: Infinity });
    for (let at = 0; at <= 5000; at += 100) tape.add(page(at), rules);
    expect(entriesOf(tape).map(({ at }) => at)).toEqual([
      4000, 4100, 4200, 4300, 4400, 4500, 4600, 4700, 4800, 4900, 5000,
    ]);
  });

  it('keeps within its size over a long shift', () => {
    const tape = new FlightTape({ milliseconds: Infinity, characters: 10_000 });
    for (let at = 0; at < 20_000; at += 1) tape.add(page(at), rules);
    expect(tape.characters).toBeLessThanOrEqual(10_000);
    expect(tape.write(head, rules).length).toBeLessThan(11_000);
    expect(entriesOf(tape).at(-1)).toEqual(page(19_999));
  });

  it('begins with the state at that time when older entries are dropped', () => {
    const tape = new FlightTape({ milliseconds: 1000, characters: Infinity });
    const connected: FlightEntry = { at: 1, type: 'connection', state: { status: 'connected' } };
    tape.add({ at: 0, type: 'connection', state: { status: 'connecting', attempt: 1 } }, rules);
    tape.add(connected, rules);
    tape.add(page(9000), rules);
    expect(entriesOf(tape)).toEqual([connected, page(9000)]);
  });

  it('forgets the state of a page that was reloaded', () => {
    const tape = new FlightTape({ milliseconds: 1000, characters: Infinity });
    tape.add({ at: 0, type: 'connection', state: { status: 'connected' } }, rules);
    tape.add({ at: 1, type: 'page', event: 'loaded' }, rules);
    tape.add({ at: 2, type: 'opened', user: 'a', extension: '1' }, rules);
    tape.add(page(9000), rules);
    expect(entriesOf(tape).map(({ type }) => type)).toEqual(['opened', 'page']);
  });
});

describe('a recorded SIP message', () => {
  it('is its start line, Call-ID, CSeq and Via branch, and nothing else', () => {
    const message = [
      'INVITE sip:0661234501@pbx.example SIP/2.0',
      'Via: SIP/2.0/WSS x.invalid;branch=z9hG4bK1;rport',
      'From: <sip:0661234501@pbx.example>',
      'Call-ID: abc',
      'CSeq: 1 INVITE',
      'Authorization: Digest response="secret"',
      '',
      'v=0',
      'CSeq: not a header',
    ].join('\r\n');
    expect(sipLines(message)).toEqual([
      'INVITE sip:…@pbx.example SIP/2.0',
      'Call-ID: abc',
      'CSeq: 1 INVITE',
      'Via branch: z9hG4bK1',
    ]);
    expect(sipLines('\r\n\r\n')).toEqual([]);
  });
});

describe('a flight file', () => {
  it('is named by login and time, whatever characters the login has', () => {
    expect(flightName('a/b.c', new Date(0))).toBe('a-b-c-1970-01-01T00-00-00.mediatel-flight.json');
  });

  it('names the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(libraryVersion).toBe(version);
  });
});
