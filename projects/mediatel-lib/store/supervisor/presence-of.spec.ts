import { readFileSync } from 'node:fs';
import { decodePresence } from 'mediatel-lib/hub-protocol';
import fc from 'fast-check';
import { initialAgentState } from '../state/agent-state';
import type { MediatelCall } from '../selectors/call';
import { libraryVersion } from './library-version';
import { initialLinkState } from '../state/link-state';
import { type PresenceFacts, isSamePresence, presenceOf } from './presence-of';
import { initialSoftphoneState } from '../state/softphone-state';

const time = fc.integer({ min: 1, max: 2 ** 42 });
const text = fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.string({ minLength: 201, maxLength: 300 }));
const words = text.map((found) => `w${found}`);
const orNull = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { nil: null });

const call: fc.Arbitrary<MediatelCall> = fc.record({
  number: orNull(time),
  callTraceID: orNull(words),
  phase: fc.constantFrom('dialing', 'delivered', 'talking', 'held', 'audio-only'),
  direction: orNull(fc.constantFrom('outgoing', 'incoming', 'predictive')),
  otherParty: orNull(words),
  callerName: orNull(words),
  queueName: orNull(words),
  callType: orNull(words),
  callCustomerID: orNull(words),
  activeSince: orNull(time),
  maxCallDuration: orNull(time),
  sipCallId: orNull(words),
  audio: fc.constantFrom('none', 'ringing', 'answered'),
  mute: fc.constantFrom('off', 'here', 'server', 'both'),
  disagreements: fc.constant([]),
});

const facts: fc.Arbitrary<PresenceFacts> = fc
  .record({
    user: words,
    state: words,
    status: words,
    since: orNull(time),
    serverTime: time,
    known: fc.boolean(),
    signedIn: fc.boolean(),
    call: orNull(call),
    pause: orNull(words),
    queueName: orNull(words),
    codeChosen: fc.boolean(),
    mos: orNull(fc.double({ min: 0, max: 9, noNaN: true })),
    roundTrip: orNull(fc.double({ min: 0, max: 1e9, noNaN: true })),
    now: fc.integer({ min: 1000, max: 1e9 }),
  })
  .map(({ user, signedIn, state, status, since, serverTime, known, queueName, mos, roundTrip, ...rest }) => ({
    ...rest,
    agent: {
      ...initialAgentState,
      known,
      state,
      status,
      queueName,
      time: since,
      clock: { serverTime, receivedAt: 1000 },
    },
    link: {
      ...initialLinkState,
      session: signedIn ? { status: 'signedIn', user, extension: '1001' } : { status: 'signedOut' },
    },
    softphone: initialSoftphoneState,
    quality:
      mos === null
        ? null
        : {
            callId: 'c',
            mos,
            roundTrip,
            jitter: 3.4,
            bufferDelay: 0,
            packetsLost: 0,
            lossShare: 0,
            concealedShare: 0,
            sent: null,
            rating: 'good',
            alarms: [],
          },
  }));

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
};

describe('an operator’s presence', () => {
  it('is a pure function of the state', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const copy = JSON.parse(JSON.stringify(some)) as PresenceFacts;
        const first = presenceOf(deepFreeze(some));
        expect(presenceOf(copy)).toEqual(first);
        expect(some).toEqual(copy);
      }),
    );
  });

  it('is always valid for a hub, which drops nothing of it', () => {
    let taken = 0;
    fc.assert(
      fc.property(facts, (some) => {
        const presence = presenceOf(some);
        if (presence === null) return;
        taken++;
        expect(decodePresence(JSON.parse(JSON.stringify(presence)))).toEqual({ ok: true, presence });
      }),
    );
    expect(taken).toBeGreaterThan(0);
  });

  it('exists only for a signed-in operator, after the first snapshot', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const exists = some.link.session.status === 'signedIn' && some.agent.known;
        expect(presenceOf(some) !== null).toBe(exists);
      }),
    );
  });

  it('differs by what a supervisor would see, not by its time', () => {
    let compared = 0;
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 1e6 }), (some, later) => {
        const a = presenceOf(some);
        const b = presenceOf({ ...some, now: some.now + later });
        if (a === null || b === null) return;
        compared++;
        expect(b.serverTime - a.serverTime).toBe(later);
        expect(isSamePresence(a, b)).toBe(true);
        expect(isSamePresence(a, { ...b, muted: !b.muted })).toBe(false);
      }),
    );
    expect(compared).toBeGreaterThan(0);
  });
});

it('names the version of the package', () => {
  const manifest: { version: string } = JSON.parse(readFileSync('projects/mediatel-lib/package.json', 'utf8'));
  expect(libraryVersion).toBe(manifest.version);
});
