import * as jssip from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import { answerTimes } from './answer-clock';

// JsSIP as its documentation answers a call: the microphone opened in the answer, all candidates gathered.
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
