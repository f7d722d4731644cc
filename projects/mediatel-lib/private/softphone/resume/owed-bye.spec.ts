import { jest } from '@jest/globals';
import { accountPlace, storedPlaces } from 'mediatel-lib/ports';
import { fakeAccount } from 'mediatel-lib/testing';
import { until } from 'test-kit';
import { loadJsSip, type JsSip, type JsSipAgent } from '../jssip/jssip-module';
import { instanceId } from '../signalling/instance-id';
import { ownerOf } from './call-keeper';
import { FakeSocket, call, header, provideFakeConnections, response, userAgent } from '../jssip/jssip-page.fixture';
import { OwedBye, byeLifetime } from './owed-bye';
import { type SessionClass, loadSessionClass, restoreSession } from '../jssip/jssip-inside';

const account = fakeAccount.sip;
const { key } = accountPlace(storedPlaces.sipBye, account);
/** The ids of the calls are no part of this browser's own id, which is stored with them. */
const dialogOf = (callId: string) => ({
  ...{ ...call, callId, localTag: 'ours', remoteTarget: 'sip:mediatel@farm.invalid:5070', routes: [] },
  ...{ localSequence: 41, remoteSequence: 5 },
});

describe('OwedBye', () => {
  let jssip: JsSip;
  let Session: SessionClass;
  let socket: FakeSocket;
  let agent: JsSipAgent;
  let owed: OwedBye;
  /** The pauses until the next tries (ms), and what then runs. */
  let pauses: { readonly ms: number; readonly run: () => void }[];

  const byes = (callId = 'call-one'): readonly string[] =>
    socket.of('BYE').filter((bye) => header(bye, 'Call-ID') === callId);
  const sequence = (bye: string): number => Number.parseInt(header(bye, 'CSeq')!);
  const stored = (): string => localStorage.getItem(key) ?? '';

  const page = (): OwedBye => {
    const after = (ms: number, run: () => void): (() => void) => {
      const pause = { ms, run };
      pauses.push(pause);
      return () => void (pauses = pauses.filter((each) => each !== pause));
    };
    const made = new OwedBye(after);
    made.serve(account);
    return made;
  };
  /** The operator hangs up a call while SIP is down. */
  const hangUp = (callId = 'call-one'): void => {
    const session = restoreSession(jssip, Session, agent, dialogOf(callId), new Date());
    socket.isOpen = false;
    owed.watch(session);
    session.terminate();
    socket.isOpen = true;
  };
  /** SIP is back. Resolves with the call's latest BYE. */
  const sent = async (count = 1, callId = 'call-one'): Promise<string> => {
    await until(() => byes(callId).length === count, `BYE ${count} is sent`);
    return byes(callId).at(-1)!;
  };
  const back = async (): Promise<string> => {
    await owed.reachable(jssip, agent);
    return sent();
  };
  const nextTry = (): void => pauses.shift()!.run();

  beforeAll(async () => {
    jssip = await loadJsSip();
    Session = await loadSessionClass();
    provideFakeConnections();
  });
  beforeEach(() => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    localStorage.clear();
    pauses = [];
    socket = new FakeSocket();
    agent = userAgent(jssip, socket, { password: 'secret' });
    agent.start();
    owed = page();
  });
  afterEach(() => {
    socket.ondisconnect();
    jest.restoreAllMocks();
  });

  it.each([
    ['401 Unauthorized', 'WWW-Authenticate', 'Authorization'],
    ['407 Proxy Authentication Required', 'Proxy-Authenticate', 'Proxy-Authorization'],
  ])('answers %s with credentials', async (status, challenge, credentials) => {
    hangUp();
    const first = await back();
    socket.ondata(response(first, status, `${challenge}: Digest realm="pbx.invalid", nonce="abc", algorithm=MD5`));
    const second = await sent(2);
    expect(header(second, credentials)).toContain('Digest ');
    expect(sequence(second)).toBe(sequence(first) + 1);
    expect(stored()).toContain('call-one');
    socket.ondata(response(second, '200 OK'));
    expect(stored()).toBe('');
    expect(pauses).toEqual([]);
  });

  it.each(['401 Unauthorized', '403 Forbidden', '407 Proxy Authentication Required', '488 No', '500 Error'])(
    'tries again after 3 s, then 6 s, with a higher number, after %s',
    async (status) => {
      hangUp();
      socket.ondata(response(await back(), status));
      expect(stored()).toContain('call-one');
      expect(pauses.map(({ ms }) => ms)).toEqual([3000]);
      nextTry();
      const second = await sent(2);
      expect(sequence(second)).toBeGreaterThan(sequence(byes()[0]!));
      socket.ondata(response(second, status));
      expect(pauses.map(({ ms }) => ms)).toEqual([6000]);
      nextTry();
      socket.ondata(response(await sent(3), '200 OK'));
      expect([stored(), pauses]).toEqual(['', []]);
    },
  );

  it('tries each minute in the end', async () => {
    hangUp();
    let bye = await back();
    const waited: number[] = [];
    for (let count = 2; count < 9; count += 1) {
      socket.ondata(response(bye, '403 Forbidden'));
      waited.push(pauses[0]!.ms);
      nextTry();
      bye = await sent(count);
    }
    expect(waited).toEqual([3000, 6000, 12_000, 24_000, 48_000, 60_000, 60_000]);
  });

  it('waits as long as the server asks', async () => {
    hangUp();
    socket.ondata(response(await back(), '503 Service Unavailable', 'Retry-After: 20'));
    expect(pauses.map(({ ms }) => ms)).toEqual([20_000]);
  });

  it.each(['200 OK', '404 Not Found', '481 Call Does Not Exist', '604 Does Not Exist Anywhere'])(
    'owes nothing after %s',
    async (status) => {
      hangUp();
      socket.ondata(response(await back(), status));
      expect([stored(), pauses]).toEqual(['', []]);
    },
  );

  it.each(['this page', 'a later page'])(
    'sends the BYE of each call that was hung up meanwhile, from %s',
    async (whose) => {
      hangUp('call-one');
      hangUp('call-two');
      if (whose !== 'this page') owed = page();
      await owed.reachable(jssip, agent);
      const [first, second] = [await sent(1, 'call-one'), await sent(1, 'call-two')];
      socket.ondata(response(first, '200 OK'));
      expect([stored().includes('call-one'), stored().includes('call-two')]).toEqual([false, true]);
      socket.ondata(response(second, '200 OK'));
      expect(stored()).toBe('');
    },
  );

  it('sends a BYE although JsSIP can’t use the one before it, and forgets that', async () => {
    hangUp('call-one');
    hangUp('call-two');
    localStorage.setItem(key, stored().replace('sip:mediatel@farm.invalid:5070', 'nobody'));
    owed = page();
    await owed.reachable(jssip, agent);
    socket.ondata(response(await sent(1, 'call-two'), '403 Forbidden'));
    expect([stored().includes('call-one'), stored().includes('call-two'), byes('call-one')]).toEqual([false, true, []]);
  });

  it('leaves what another tab owes', async () => {
    hangUp('call-one');
    const other = page();
    const ours = owed;
    owed = other;
    hangUp('call-two');
    socket.ondata(response(await ours.reachable(jssip, agent).then(() => sent(1, 'call-one')), '200 OK'));
    expect([stored().includes('call-one'), stored().includes('call-two')]).toEqual([false, true]);
  });

  it('sends the BYE that an earlier version stored', async () => {
    const owner = ownerOf(account, instanceId());
    localStorage.setItem(key, JSON.stringify({ owner, dialog: dialogOf('call-one'), at: Date.now() }));
    owed = page();
    socket.ondata(response(await back(), '200 OK'));
    expect(stored()).toBe('');
  });

  it('tries no more after ten minutes, and forgets the call', async () => {
    hangUp();
    socket.ondata(response(await back(), '403 Forbidden'));
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + byeLifetime + 1);
    nextTry();
    await owed.reachable(jssip, agent);
    expect([byes().length, stored(), pauses]).toEqual([1, '', []]);
  });

  it('waits for SIP if that is down when the next try is due', async () => {
    hangUp();
    socket.ondata(response(await back(), '403 Forbidden'));
    const connected = jest.spyOn(agent, 'isConnected').mockReturnValue(false);
    nextTry();
    await loadSessionClass();
    expect(byes()).toHaveLength(1);
    connected.mockReturnValue(true);
    await owed.reachable(jssip, agent);
    await sent(2);
  });

  it('tries nothing more after the sign-out', async () => {
    hangUp();
    socket.ondata(response(await back(), '403 Forbidden'));
    const { run } = pauses[0]!;
    owed.forget();
    expect(pauses).toEqual([]);
    run();
    await owed.reachable(jssip, agent);
    expect(byes()).toHaveLength(1);
  });
});
