import type { LocalisedText } from '../../../training-kit';

/** What a made-up customer says, and for how long it is waited for the operator to end the call (ms). */
export const spokenWords: {
  readonly about: LocalisedText;
  readonly hello: Readonly<Record<'outgoing' | 'incoming' | 'predictive', LocalisedText>>;
  readonly waits: LocalisedText;
  readonly waitsForEndMs: number;
} = {
  about: {
    uk: 'Зроблено зі звіту про справжній інцидент: ті самі дзвінки, той самий час, ті самі збої. Клієнти вигадані.',
    ru: 'Сделано из отчёта о настоящем инциденте: те же звонки, то же время, те же сбои. Клиенты выдуманы.',
    en: 'Made from the report of a real incident: the same calls, times and faults. The customers are made up.',
  },
  hello: {
    outgoing: { uk: 'Алло, слухаю вас.', ru: 'Алло, слушаю вас.', en: 'Hello, who is calling?' },
    incoming: { uk: 'Добрий день, маю запитання.', ru: 'Добрый день, у меня вопрос.', en: 'Hello, I have a question.' },
    predictive: { uk: 'Алло, слухаю вас.', ru: 'Алло, слушаю вас.', en: 'Hello, who is calling?' },
  },
  waits: {
    uk: 'Перевірте, будь ласка. Я зачекаю.',
    ru: 'Проверьте, пожалуйста. Я подожду.',
    en: 'Please check it. I can wait.',
  },
  waitsForEndMs: 60_000,
};
