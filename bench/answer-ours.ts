import { answerTimes } from './answer-clock';
import '../e2e/softphone-page';

const { softphone } = window.page;
softphone.events.subscribe((event) => {
  if (event.type === 'invited') softphone.execute({ type: 'answer', callId: event.callId });
});
const url = `ws://${location.host}/ws`;
softphone.start({ url, realm: 'peer.local', login: '1001', password: 'training' });
Object.assign(window, { answerTimes });
