import { getPriority } from 'node:os';
import { until } from 'test-kit';
import { level } from '../media/spectrum';
import { Speaker } from './speaker';
import { SpeechProcess } from './speech-process';
import type { SpeechStyle } from './speech-style';

/** A process that the tests can end. */
class MortalProcess extends SpeechProcess {
  get pid(): number | undefined {
    return this.child?.pid;
  }

  die(): void {
    this.child?.kill('SIGKILL');
  }
}

/** Beside the other specs the program may start for longer than a caller would wait. Only the limit's own test is about that. */
const anyTime = 100_000;

const calm = (language: SpeechStyle['language']): SpeechStyle => ({ language, temper: 'calm', pitch: 50 });
const seconds = (samples: Int16Array) => samples.length / 8000;
/** The frames of 20 ms in which something sounds. */
const spokenMs = (samples: Int16Array) => {
  let spoken = 0;
  for (let at = 0; at < samples.length; at += 160) if (level(samples.subarray(at, at + 160)) > 200) spoken += 20;
  return spoken;
};

describe('a speaker', () => {
  const process = new MortalProcess();
  const speaker = new Speaker({ limitMs: anyTime }, process);
  const { speak } = speaker;

  beforeAll(() => speak('Так', calm('uk')), 120_000);
  afterAll(() => speaker.close());

  it.each([
    ['uk', 'Добрий день, я слухаю вас.'],
    ['ru', 'Здравствуйте, я вас слушаю.'],
    ['en', 'Good afternoon, I am listening.'],
  ] as const)(
    'speaks %s audibly, as long as such a sentence takes, without silence around it',
    async (language, text) => {
      const line = await speak(text, calm(language));
      expect(seconds(line)).toBeGreaterThan(1.2);
      expect(seconds(line)).toBeLessThan(3.5);
      expect(spokenMs(line)).toBeGreaterThan(900);
      expect(level(line)).toBeGreaterThan(1500);
      expect(level(line.subarray(0, 800))).toBeGreaterThan(200);
      expect(level(line.subarray(-1600))).toBeGreaterThan(200);
    },
  );

  it('speaks two texts differently, and the same text the same', async () => {
    const [yes, no, again] = await Promise.all(['Так', 'Ні', 'Так'].map((text) => speak(text, calm('uk'))));
    expect(yes).not.toEqual(no);
    expect(again).toBe(yes);
    expect(await speak(' Так\n', calm('uk'))).toBe(yes);
  });

  it('gives Cyrillic to a voice that can read it, whatever the language', async () => {
    const text = 'Дякую, до побачення, гарного вам дня і всього найкращого';
    expect(await speak(text, calm('en'))).toBe(await speak(text, calm('uk')));
  });

  it('speaks faster and louder in anger', async () => {
    const text = 'I have told you three times already';
    const [quiet, loud] = await Promise.all([
      speak(text, calm('en')),
      speak(text, { language: 'en', temper: 'angry', pitch: 50 }),
    ]);
    expect(loud.length).toBeLessThan(quiet.length * 0.9);
    expect(level(loud)).toBeGreaterThan(level(quiet) * 1.2);
  });

  it('takes a text for words: neither options, nor phonemes, nor markup', async () => {
    const [bare, option, phonemes] = await Promise.all(
      ['help', '--help', '[[help]]'].map((text) => speak(text, calm('en'))),
    );
    expect(option).toBeDefined();
    expect(phonemes).toBe(bare);
  });

  it('gives way to the sound of calls', async () => {
    await speak('one', calm('en'));
    expect(getPriority(process.pid)).toBeGreaterThan(0);
  });

  it('refuses a text that is too long or that has nothing to speak', async () => {
    await expect(speak('a'.repeat(501), calm('en'))).rejects.toMatchObject({ reason: 'too-long' });
    await expect(speak(' …!', calm('en'))).rejects.toMatchObject({ reason: 'empty' });
    expect(seconds(await speak('так '.repeat(125), calm('uk')))).toBeGreaterThan(20);
  });

  it('speaks in another process when one died, in the middle of a line too', async () => {
    const own = new MortalProcess();
    const mortal = new Speaker({ limitMs: anyTime }, own);
    await mortal.speak('one', calm('en'));
    const first = own.pid;
    const line = mortal.speak('two, '.repeat(40), calm('en'));
    own.die();
    expect(seconds(await line)).toBeGreaterThan(0.2);
    expect(own.pid).not.toBe(first);
    own.die();
    await until(() => own.pid === undefined, 'the process is gone');
    expect(seconds(await mortal.speak('three', calm('en')))).toBeGreaterThan(0.2);
    mortal.close();
  }, 120_000);
});

describe('the limits of a speaker', () => {
  it('gives up a line that takes too long, and speaks the next', async () => {
    const speaker = new Speaker({ limitMs: 1 });
    await expect(speaker.speak('one', calm('en'))).rejects.toMatchObject({ reason: 'timed-out' });
    speaker.close();
  });

  it(
    'refuses a text when too many wait',
    async () => {
      const speaker = new Speaker({ queueLimit: 2, limitMs: anyTime });
      const accepted = Promise.all(['one', 'two'].map((text) => speaker.speak(text, calm('en'))));
      await expect(speaker.speak('three', calm('en'))).rejects.toMatchObject({ reason: 'busy' });
      expect(await accepted).toHaveLength(2);
      expect(seconds(await speaker.speak('three', calm('en')))).toBeGreaterThan(0.2);
      speaker.close();
    },
    anyTime,
  );

  it(
    'ends its process when nothing was spoken for a while',
    async () => {
      const process = new MortalProcess();
      const speaker = new Speaker({ idleMs: 50, limitMs: anyTime }, process);
      await speaker.speak('one', calm('en'));
      expect(process.pid).toBeDefined();
      await until(() => process.pid === undefined, 'the process is gone');
      speaker.close();
    },
    anyTime,
  );

  it('closed in the middle of a line rejects what waits, and what comes', async () => {
    const speaker = new Speaker();
    const lines = ['one', 'two'].map((text) => speaker.speak(text, calm('en')));
    const rejected = Promise.all(lines.map((line) => expect(line).rejects.toMatchObject({ reason: 'closed' })));
    speaker.close();
    await rejected;
    await expect(speaker.speak('three', calm('en'))).rejects.toMatchObject({ reason: 'closed' });
  });

  it('says in plain words that it cannot speak without the optional package', () => {
    const missing = () => {
      throw new Error('Cannot find module');
    };
    expect(Speaker.whyNot(missing)).toBe(
      'this server cannot speak: the optional package espeak-ng is not installed (npm install espeak-ng)',
    );
    expect(Speaker.whyNot()).toBeUndefined();
  });
});
