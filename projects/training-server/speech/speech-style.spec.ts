import { optionsOf, type SpeechStyle } from './speech-style';

const style = (language: SpeechStyle['language']): SpeechStyle => ({ language, temper: 'calm', pitch: 50 });

describe('the options of a line', () => {
  it.each([
    ['Добрий вечір', 'uk', 'uk'],
    ['Добрий вечір', 'ru', 'uk'],
    ['Добрый вечер', 'uk', 'ru'],
    ['Добрый вечер', 'en', 'ru'],
    ['Добре, так', 'en', 'uk'],
    ['Хорошо', 'ru', 'ru'],
    ['Good evening', 'en', 'en'],
    ['Good evening', 'uk', 'uk'],
    ['12', 'ru', 'ru'],
  ] as const)('%s, wanted in %s, has the voice %s', (text, language, voice) => {
    expect(optionsOf(text, style(language)).slice(0, 2)).toEqual(['-v', voice]);
  });

  it('changes rate and pitch with the temper, within what the program takes', () => {
    expect(optionsOf('x', style('en'))).toEqual(['-v', 'en', '-s', '150', '-p', '50']);
    expect(optionsOf('x', { language: 'en', temper: 'angry', pitch: 95 })).toEqual([
      '-v',
      'en',
      '-s',
      '190',
      '-p',
      '99',
    ]);
  });
});
