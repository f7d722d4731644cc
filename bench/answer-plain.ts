import * as jssip from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import { answerTimes } from './answer-clock';

// JsSIP answers a call as its documentation shows: it opens the microphone in the answer and gathers all candidates.
const agent = new jssip.UA({
  sockets: [new jssip.WebSocketInterface(`ws://${location.host}/ws`)],
  uri: 'sip:1001@peer.local',
  password: 'training',
});
agent.on('newRTCSession', ({ session }: { session: RTCSession }) => {
  session.answer({ mediaConstraints: { audio: true, video: false } });
});
agent.start();
Object.assign(window, { answerTimes });
