import { jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { loadSessionClass } from './jssip-inside';
import { keepsContract, takesCall } from './jssip-contract.fixture';
import { loadJsSip } from './jssip-module';
import { provideFakeConnections } from './jssip-page.fixture';
import { changedJsSip } from './renamed-jssip.fixture';

const adapter = readFileSync('projects/mediatel-lib/private/softphone/jssip/jssip-inside.ts', 'utf8');

/** The members in the adapter's interfaces for what is inside JsSIP. */
const members = [...adapter.matchAll(/^(?:export )?interface \w+ \{\n([^]*?)^\}/gm)].flatMap(([, body]) =>
  [...body!.matchAll(/(?:^ +|[{;] )(?:readonly )?(\w+)\??[:(]/gm)].map(([, name]) => name!),
);
const used = new Set([...members, ...[...adapter.matchAll(/(?<=\.|^ +)_\w+/gm)].map(([name]) => name)]);

/** What JsSIP declares, if only for others of its objects, and what is no member: names of parameters. */
const declared = [
  ...['method', 'body', 'user', 'uri', 'send', 'hasHeader', 'parseHeader', 'getHeaders', 'getHeader', 'status_code'],
  ...['extraHeaders', 'eventHandlers', 'response'],
];

/** Where a name that JsSIP uses for other things too stands for the member. */
const places: Readonly<Record<string, RegExp>> = {
  connect: /(?<=^ +|this\.|_transport\.)connect(?=\(\))/gm,
  transport: /(?<=get |ua\.|_ua\.|request\.|message\.)transport\b/g,
  data: /(?<=message\.|this\.)data\b/g,
  id: /(?<=get |dialog\.)id\b/g,
  state: /(?<=server_transaction\.|this\.)state\b/g,
  succeeded: /succeeded/g,
  failed: /failed/g,
};
/** The files that have them. */
const files: Readonly<Record<string, readonly string[]>> = {
  connect: ['Transport.js', 'UA.js'],
  data: ['Parser.js', 'SIPMessage.js'],
  id: ['Dialog.js', 'UA.js'],
  state: ['Transactions.js', 'Dialog.js', 'RTCSession.js'],
  succeeded: ['Options.js'],
  failed: ['Options.js'],
};

/** The code of JsSIP with another name for this member. */
const renaming = (name: string) => (code: string, file: string) =>
  files[name]?.includes(file) === false || file === 'Grammar.js'
    ? code
    : code.replace(places[name] ?? new RegExp(`(?<![\\w'-])${name}(?![\\w'-])`, 'g'), `${name}2`);

beforeAll(() => provideFakeConnections());
beforeEach(() => jest.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => void jest.restoreAllMocks());

it('holds for the JsSIP that is pinned, and for a copy', async () => {
  await keepsContract(await loadJsSip(), await loadSessionClass());
  const { jssip, Session } = changedJsSip((code) => code);
  await keepsContract(jssip, Session);
  expect(used.size).toBeGreaterThan(45);
});

it.each([...used].filter((name) => !declared.includes(name)))(
  'is broken by a JsSIP that renames %s, although that takes calls',
  async (name) => {
    const { jssip, Session } = changedJsSip(renaming(name));
    await takesCall(jssip);
    await expect(keepsContract(jssip, Session)).rejects.toThrow();
  },
);

it.each([
  ['the cause of a lost path', 'Constants.js', "'RTP Timeout'", "'No RTP'"],
  ['the state of a session', 'RTCSession.js', 'STATUS_CONFIRMED: 9', 'STATUS_CONFIRMED: 10'],
])('is broken by a JsSIP that changes %s', async (_, changed, before, after) => {
  const { jssip, Session } = changedJsSip((code, file) => (file === changed ? code.replaceAll(before, after) : code));
  await expect(keepsContract(jssip, Session)).rejects.toThrow();
});
