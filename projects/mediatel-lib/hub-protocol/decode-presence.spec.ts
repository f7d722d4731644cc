import { decodePresence } from './decode-presence';
import { decodeSupervisorRequest } from './supervisor-request';

const now = 1_790_000_000_000;
const presence = {
  operator: 'agent1',
  state: 'STATE_CALL_ACTIVE',
  status: 'in_a_call',
  since: now - 60_000,
  serverTime: now,
  queue: 'Кредити',
  call: { traceId: '77', kind: 'outgoing', start: now - 50_000, number: '+380661234567' },
  registered: 'registered',
  microphone: 'ready',
};
const read = (changes: object): unknown => {
  const result = decodePresence({ ...presence, ...changes });
  return result.ok ? result.presence : result;
};

describe('decodePresence', () => {
  it.each([-1e18, 0, 1e18, now - 32 * 24 * 3_600_000])('reads the impossible time %d as unknown', (since) => {
    expect(read({ since, call: { ...presence.call, start: since } })).toMatchObject({
      since: null,
      call: { start: null },
    });
  });

  it('keeps a time within any shift', () => {
    expect(read({})).toMatchObject({ since: now - 60_000, call: { start: now - 50_000 } });
    // The clocks of two machines may differ.
    expect(read({ since: now + 5_000 })).toMatchObject({ since: now + 5_000 });
  });

  it.each([...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'])(
    'removes characters that reverse a line (%j)',
    (character) => {
      const queue = `Loans${character}snaoL`;
      expect(
        read({ queue, pause: queue, extension: character, call: { ...presence.call, number: `1${character}2` } }),
      ).toMatchObject({
        queue: 'LoanssnaoL',
        pause: 'LoanssnaoL',
        extension: null,
        call: { number: '12' },
      });
      expect(decodeSupervisorRequest({ kind: 'message', text: ` Go${character}\nhome\u0007 ` })).toEqual({
        kind: 'message',
        text: 'Go\nhome',
      });
      expect(decodeSupervisorRequest({ kind: 'message', text: character })).toBeNull();
      expect(decodeSupervisorRequest({ kind: 'takePause', pause: `Yo${character}ga` })).toEqual({
        kind: 'takePause',
        pause: 'Yoga',
      });
    },
  );

  it('keeps the direction marks of right-to-left scripts', () => {
    expect(read({ queue: 'הלוואות\u200F (2)' })).toMatchObject({ queue: 'הלוואות\u200F (2)' });
  });

  it('names the refused field, however deep a value is nested', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 30_000; depth += 1) deep = [deep];
    expect(read({ call: deep })).toEqual({ ok: false, path: 'call', reason: 'should be an object, is a list' });
    expect(read({ queue: deep })).toMatchObject({ ok: false, path: 'queue' });
    expect(read({ unknown: deep })).toMatchObject({ queue: 'Кредити' });
    expect(decodeSupervisorRequest(deep)).toBeNull();
  });
});
