import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';
import { FlightRecorder } from 'mediatel-lib/ports';
import { type FlightFile, provideFlightRecorder } from 'mediatel-lib/private/flight';
import { agentStates } from 'mediatel-lib/protocol';
import { FakeAgentConnection, FakeSoftphone, StoreHarness, fakeAccount } from 'mediatel-lib/testing';
import { decodeFlight, readFlight } from './decode-flight';
import { provideReplay } from './provide-replay';
import { ReplayStage } from './replay-ports';

const ports = { connection: FakeAgentConnection, softphone: FakeSoftphone };

const recording = (maskNumbers = false, config = {}) => {
  TestBed.resetTestingModule();
  return new StoreHarness(config, [provideFlightRecorder(ports, { maskNumbers })]);
};

const readText = async (): Promise<string> => TestBed.inject(FlightRecorder).text();

async function readRecording(): Promise<FlightFile> {
  const result = decodeFlight(await readText());
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.file;
}

/** Random events of a shift. */
const happening = fc.oneof(
  fc.record({
    what: fc.constant('snapshot' as const),
    state: fc.constantFrom(...agentStates),
    ani: fc.constantFrom('0661234501', '0441112233', null),
    callTraceID: fc.constantFrom('1185574268', '1185574269', null),
  }),
  fc.record({ what: fc.constant('link' as const) }),
  fc.record({ what: fc.constant('call' as const), callId: fc.constantFrom('a', 'b') }),
);

function happen(
  harness: StoreHarness,
  event: typeof happening extends fc.Arbitrary<infer Value> ? Value : never,
): void {
  harness.clock.advance(250);
  if (event.what === 'snapshot') {
    const { state, ani, callTraceID } = event;
    const serverTime = 1_700_000_000_000 + harness.clock.monotonic();
    harness.snapshot(state, { ani, callTraceID, serverTime });
  } else if (event.what === 'link') {
    harness.disconnect();
    harness.connect();
  } else harness.softphone.invite(event.callId);
  TestBed.tick();
}

describe('a flight recording', () => {
  it('contains an unreadable field once a connection', async () => {
    const live = recording(true);
    await live.signIn('STATE_IDLE', { holdQueue: ['0661234501'] });
    live.snapshot('STATE_PAUSE', { holdQueue: ['0661234501'] });
    const { entries } = await readRecording();
    const unread = entries.filter(({ type }) => type === 'unread');
    expect(unread).toMatchObject([{ path: 'holdQueue', reason: 'should be a text, is a list' }]);
    expect(await readText()).not.toContain('0661234501');
  });

  it('gives the state of any moment when it is replayed up to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 12 }), async (events) => {
        const live = recording();
        await live.signIn();
        const seen: { readonly at: number; readonly agent: unknown; readonly call: unknown }[] = [];
        for (const event of events) {
          happen(live, event);
          seen.push({ at: live.clock.monotonic(), agent: live.state.agent, call: live.state.softphone.call });
        }
        const file = await readRecording();

        TestBed.resetTestingModule();
        const replayed = new StoreHarness({}, [provideReplay(file)]);
        await replayed.session.signIn();
        const stage = TestBed.inject(ReplayStage);
        let next = 0;
        for (const { at, agent, call } of seen) {
          for (; (file.entries[next]?.at ?? Infinity) <= at; next += 1) stage.showEntry(file.entries[next]!);
          TestBed.tick();
          expect(replayed.state.agent).toEqual(agent);
          expect(replayed.state.softphone.call).toEqual(call);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is the same after saving and reading', async () => {
    const live = recording();
    await live.signIn('STATE_CALL_ACTIVE', { ani: '0661234501' });
    const file = await readRecording();
    expect(readFlight(JSON.parse(JSON.stringify(file)))).toEqual({ ok: true, file });
    expect(file.entries.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['opened', 'connection', 'message', 'phone']),
    );
  });

  it('contains no secret of account(), wherever one appears', async () => {
    const secret = fc
      .string({ minLength: 8, maxLength: 20, unit: 'grapheme-ascii' })
      .filter((text) => text.trim() === text);
    await fc.assert(
      fc.asyncProperty(secret, secret, async (first, second) => {
        const account = {
          mediatel: { ...fakeAccount.mediatel, password: `m${first}` },
          sip: { ...fakeAccount.sip, password: `s${second}` },
        };
        const live = recording(true, { account: () => Promise.resolve(account) });
        await live.signIn('STATE_LOGOUT');
        live.connection.send({ type: 'login', user: 'x', password: account.mediatel.password, extension: '1' });
        // A server that sends a password back.
        live.snapshot('STATE_IDLE', {
          loginErrorText: `wrong: ${account.mediatel.password}`,
          odd: account.sip.password,
        });
        const text = await readText();
        for (const { password } of [account.mediatel, account.sip]) {
          expect(text).not.toContain(password);
          expect(text).not.toContain(JSON.stringify(password).slice(1, -1));
        }
        expect(decodeFlight(text).ok).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('masks phone numbers, and keeps the ids that connect a call to its record', async () => {
    const live = recording(true);
    await live.signIn('STATE_CALL_ACTIVE', {
      ani: '0661234501',
      callTraceID: '1185574268',
      webServer: 'https://crm.example/card?phone=+380661234501',
    });
    live.softphone.invite('a', '0661234501');
    const text = await readText();
    expect(text).not.toContain('661234501');
    expect(text).toContain('•••01');
    expect(text).toContain('1185574268');
  });

  it('is read if it is of the version before, which knew no reload', () => {
    const head = { format: 'mediatel-flight', library: '0.1.0', browser: '', operator: null, numbersMasked: true };
    const file = { ...head, version: 1, savedAt: { wall: 0, monotonic: 0 }, entries: [{ at: 0, type: 'closed' }] };
    expect(readFlight(file)).toEqual({ ok: true, file });
  });

  it('never throws, whatever a file contains', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(decodeFlight(text).ok).toBe(false);
      }),
    );
    const head = {
      format: 'mediatel-flight',
      version: 1,
      library: '0.1.0',
      browser: '',
      operator: null,
      savedAt: { wall: 0, monotonic: 0 },
      numbersMasked: true,
    };
    expect(readFlight({ ...head, version: 3 })).toEqual({ ok: false, fault: { reason: 'other-version', version: 3 } });
    expect(readFlight({ ...head, entries: {} })).toEqual({ ok: false, fault: { reason: 'damaged', entry: null } });
    expect(
      readFlight({
        ...head,
        entries: [
          { at: 0, type: 'closed' },
          { at: 1, type: 'phone', event: {} },
        ],
      }),
    ).toEqual({
      ok: false,
      fault: { reason: 'damaged', entry: 1 },
    });
    expect(
      readFlight({
        ...head,
        entries: [
          { at: 2, type: 'closed' },
          { at: 1, type: 'closed' },
        ],
      }),
    ).toEqual({
      ok: false,
      fault: { reason: 'damaged', entry: 1 },
    });
    const entries = fc.array(
      fc.record({
        at: fc.nat(),
        type: fc.constantFrom('message', 'phone', 'connection'),
        event: fc.anything(),
        message: fc.anything(),
      }),
    );
    fc.assert(
      fc.property(entries, (list) => {
        expect(typeof readFlight({ ...head, entries: list }).ok).toBe('boolean');
      }),
    );
  });
});
