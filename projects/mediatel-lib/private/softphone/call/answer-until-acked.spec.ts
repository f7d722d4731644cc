import { until } from 'test-kit';
import { FakeSocket, header, provideFakeConnections, request, sdp, userAgent } from '../jssip/jssip-page.fixture';
import { awaitingAck, callConfirmed, loadJsSip, type JsSipSession } from '../jssip/jssip-module';
import { answerUntilAcked } from './answer-until-acked';

it.each(['INVITE', 'UPDATE'])(
  'answers the %s that comes after a new call’s 200 with 500, and still knows its ACK',
  async (method) => {
    provideFakeConnections();
    const socket = new FakeSocket();
    const agent = userAgent(await loadJsSip(), socket);
    const invited = new Promise<JsSipSession>((resolve) =>
      agent.on('newRTCSession', ({ session }: { readonly session: unknown }) => resolve(session as JsSipSession)),
    );
    agent.start();
    socket.ondata(request('INVITE', 5, '', sdp));
    const session = await invited;
    answerUntilAcked(session);
    session.answer({ mediaStream: { getTracks: () => [] } as unknown as MediaStream });
    await until(() => socket.of('SIP/2.0 200').length > 0, 'the call is answered');
    const localTag = header(socket.of('SIP/2.0 200')[0]!, 'To')!.split('tag=')[1]!;
    socket.ondata(request(method, 6, localTag, sdp));
    expect(header(socket.of('SIP/2.0 500')[0]!, 'CSeq')).toBe(`6 ${method}`);
    expect(session.status).toBe(awaitingAck);
    socket.ondata(request('ACK', 5, localTag));
    expect(session.status).toBe(callConfirmed);
    session.terminate();
    socket.ondisconnect();
  },
);
