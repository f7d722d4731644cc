import { jest } from '@jest/globals';
import { until } from 'test-kit';
import { IceRestart } from './ice-restart';
import { connectSession, dialogOf, loadSessionClass, restoreSession } from '../jssip/jssip-inside';
import { FakeSocket, header, provideFakeConnections, request, sdp, userAgent } from '../jssip/jssip-page.fixture';
import type { DialogRecord } from '../jssip/dialog-record';
import { loadJsSip, type JsSipSession } from '../jssip/jssip-module';

const record: DialogRecord = {
  ...{ callId: 'call-1', localTag: 'ours', remoteTag: 'theirs', localUri: 'sip:1001@pbx.invalid' },
  ...{ remoteUri: 'sip:066@pbx.invalid', remoteTarget: 'sip:mediatel@farm.invalid:5070', routes: [] },
  ...{ localSequence: 41, remoteSequence: 5 },
};

describe('a page that is loaded again between its re-INVITE and the ACK', () => {
  const stops: (() => void)[] = [];

  beforeAll(provideFakeConnections);
  beforeEach(() => jest.spyOn(console, 'warn').mockImplementation(() => undefined));
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  const page = async (dialog: DialogRecord) => {
    const [jssip, Session] = [await loadJsSip(), await loadSessionClass()];
    const socket = new FakeSocket();
    stops.push(() => socket.ondisconnect());
    const agent = userAgent(jssip, socket);
    const session = restoreSession(jssip, Session, agent, dialog, new Date());
    connectSession(session, {});
    agent.start();
    return { socket, session, ice: new IceRestart(session, 1, false) };
  };

  it('the next page sends the ACK that the former one owes', async () => {
    const former = await page(record);
    void former.ice.restart();
    await until(() => former.socket.of('INVITE').length > 0, 'the re-INVITE is sent');
    const sequence = parseInt(header(former.socket.of('INVITE')[0]!, 'CSeq')!, 10);
    // F5: the record is stored at `pagehide`, the socket closes. The server’s 200 finds nobody.
    const left = dialogOf(former.session)!;
    expect(left.localSequence).toBe(sequence);
    former.socket.isOpen = false;
    const next = await page(left);
    next.ice.owe(former.ice.unacked);
    void next.ice.restart();
    await until(() => next.socket.of('INVITE').length > 0, 'the next offer is sent');
    expect(next.socket.of('ACK').map((ack) => header(ack, 'CSeq'))).toEqual([`${sequence} ACK`]);
  });

  it('a page whose socket closes before the answer owes the ACK too', async () => {
    const { socket, ice } = await page(record);
    void ice.restart();
    await until(() => socket.of('INVITE').length > 0, 'the re-INVITE is sent');
    socket.ondisconnect();
    await until(() => ice.unacked.length > 0, 'the loss is told');
    expect(ice.unacked).toEqual([142]);
  });

  it('an offer that nobody answered in time owes none: a 200 would have come again and again', async () => {
    const { socket, ice } = await page(record);
    jest.useFakeTimers();
    const outcome = ice.restart();
    await jest.advanceTimersByTimeAsync(33_000);
    expect(socket.of('INVITE')).toHaveLength(1);
    expect([await outcome, ice.unacked]).toEqual(['unsent', []]);
  });

  // The other side's SIP is JsSIP itself here: RFC 3261, 14.2 and 13.3.1.4.
  it.each([
    [true, ['100', '200'], 0],
    [false, ['100', '403'], 1],
  ])('the other side goes on with the call if it got that ACK: %s', async (isAcked, statuses, byes) => {
    jest.useFakeTimers();
    const jssip = await loadJsSip();
    const socket = new FakeSocket();
    const agent = userAgent(jssip, socket);
    const session = await new Promise<JsSipSession>((resolve) => {
      agent.on('newRTCSession', ({ session: invited }: { session: unknown }) => resolve(invited as JsSipSession));
      agent.start();
      socket.ondata(request('INVITE', 5, '', sdp));
    });
    session.answer({ mediaStream: { getTracks: () => [] } as unknown as MediaStream });
    await jest.advanceTimersByTimeAsync(10);
    const tag = header(socket.of('SIP/2.0 200')[0]!, 'To')!.split('tag=')[1]!;
    socket.ondata(request('ACK', 5, tag));
    // The former page's re-INVITE, then the next page's.
    socket.ondata(request('INVITE', 6, tag, sdp));
    await jest.advanceTimersByTimeAsync(100);
    if (isAcked) socket.ondata(request('ACK', 6, tag));
    socket.ondata(request('INVITE', 106, tag, sdp));
    await jest.advanceTimersByTimeAsync(100);
    if (isAcked) socket.ondata(request('ACK', 106, tag));
    const answers = socket.of('SIP/2.0').filter((text) => header(text, 'CSeq') === '106 INVITE');
    await jest.advanceTimersByTimeAsync(33_000);
    expect([answers.map((text) => text.slice(8, 11)), socket.of('BYE').length]).toEqual([statuses, byes]);
  });
});
