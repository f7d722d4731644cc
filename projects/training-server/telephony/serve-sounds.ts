import type { CallSound, Sounds } from './call-sound';
import { ServedEars } from './serve-ears';
import type { Order, Question, SoundMessage, SoundReply } from './sound-messages';

/** Carries out in the sound thread the messages that come over its port. */
export function serveSounds(sounds: Sounds, reply: (message: SoundReply) => void): (message: SoundMessage) => void {
  const calls = new Map<number, CallSound>();

  const ears = new ServedEars(sounds, reply);

  const answerOf = async (call: number, question: Question): Promise<string | undefined> => {
    const sound = calls.get(call);
    if (!sound) throw new Error('the call is over');
    const sdp = await ask(sound, question);
    if (question.what === 'finish') calls.delete(call);
    return sdp;
  };

  const answer = async (id: number, answered: Promise<string | undefined>): Promise<void> => {
    try {
      reply({ type: 'answer', id, sdp: await answered });
    } catch (error) {
      // Usually an invalid SDP: the sender of the question decides what to do.
      reply({ type: 'fault', id, reason: error instanceof Error ? error.message : String(error) });
    }
  };

  return (message) => {
    switch (message.type) {
      case 'open': {
        const { call } = message;
        calls.set(
          call,
          sounds.open(message.request, (event) => reply({ type: 'event', call, event })),
        );
        return;
      }
      case 'ask':
        return void answer(message.id, answerOf(message.call, message.question));
      case 'tell': {
        const sound = calls.get(message.call);
        return sound && obey(sound, message.order);
      }
      case 'openEar':
        return ears.open(message.ear, message.extension, message.mode);
      case 'askEar':
        return void answer(message.id, ears.ask(message.ear, message.question));
      case 'tellEar':
        return ears.obey(message.ear, message.order);
      case 'line':
        return sounds.degradeLine(message.extension, message.condition);
      case 'close':
        return void sounds.close().then(() => reply({ type: 'closed' }));
    }
  };
}

async function ask(sound: CallSound, question: Question): Promise<string | undefined> {
  switch (question.what) {
    case 'createOffer':
      return sound.createOffer();
    case 'acceptAnswer':
      return void (await sound.acceptAnswer(question.sdp));
    case 'takeBackOffer':
      return void (await sound.takeBackOffer());
    case 'answerOffer':
      return sound.answerOffer(question.sdp, question.isDeaf);
    case 'finish':
      return void (await sound.finish());
  }
}

function obey(sound: CallSound, order: Order): void {
  switch (order.what) {
    case 'begin':
      return sound.begin();
    case 'play':
      return sound.play(order.tone);
    case 'join':
      return sound.join();
    case 'hold':
      return sound.hold(order.held, order.byOperator);
    case 'mute':
      return sound.mute(order.muted);
    case 'say':
      return sound.say(order.samples);
    case 'hush':
      return sound.hush();
    case 'gone':
      return sound.setGone(order.gone);
    case 'hangUp':
      return sound.hangUp();
    case 'close':
      return sound.close();
  }
}
