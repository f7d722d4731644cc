import type { InEveryLanguage } from '../kit/page-language';
import type { EarMode } from '../../training-kit';

type Named = (name: string) => string;

export interface ListenersWords extends Readonly<Record<EarMode | 'lost', Named>> {
  readonly label: string;
  readonly paused: string;
}

/** What a trainee reads about the trainers. */
export const listenersWords: InEveryLanguage<ListenersWords> = {
  en: {
    label: 'Who listens',
    listen: (name) => `${name} listens`,
    whisper: (name) => `${name} listens and speaks to you alone`,
    customer: (name) => `${name} is the customer`,
    lost: (name) => `${name} has lost the connection`,
    paused: 'The trainer has paused your training',
  },
  uk: {
    label: 'Хто слухає',
    listen: (name) => `Слухає ${name}`,
    whisper: (name) => `Слухає ${name} і говорить лише з вами`,
    customer: (name) => `Клієнт у цій розмові – ${name}`,
    lost: (name) => `${name}: зв’язок утрачено`,
    paused: 'Тренер призупинив ваше навчання',
  },
  ru: {
    label: 'Кто слушает',
    listen: (name) => `Слушает ${name}`,
    whisper: (name) => `Слушает ${name} и говорит только с вами`,
    customer: (name) => `Клиент в этом разговоре – ${name}`,
    lost: (name) => `${name}: связь потеряна`,
    paused: 'Тренер приостановил ваше обучение',
  },
};
