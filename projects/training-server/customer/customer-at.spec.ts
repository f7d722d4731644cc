import { newFrame } from '../media/audio-source';
import { level } from '../media/spectrum';
import type { Customer } from './customer';
import { customerAt } from './customer-at';
import { behaviourAt } from './dial-plan';
import { loadVoices, voiceOf } from './voices';

const FRAMES_PER_SECOND = 50;
const HANG_UP_AFTER_MS = 5000;
const voices = loadVoices();

function customer(number: string): Customer {
  return customerAt(number, behaviourAt(number), voices, HANG_UP_AFTER_MS);
}

/**
 * Lets the customer hear a level for some time. Returns the loudest frame they sent meanwhile, and how long they
 * stayed.
 */
function pass(who: Customer, seconds: number, heard = 0): { said: number; stayed: number } {
  const frame = newFrame();
  let said = 0;
  for (let at = 0; at < seconds * FRAMES_PER_SECOND; at++) {
    who.hear(frame.fill(heard));
    const stays = who.read(frame);
    said = Math.max(said, level(frame));
    if (!stays) return { said, stayed: (at + 1) / FRAMES_PER_SECOND };
  }
  return { said, stayed: seconds };
}

describe('the dial plan', () => {
  it.each([
    ['0661234501', 'talks'],
    ['0661234502', 'busy'],
    ['+380661234503', 'neverAnswers'],
    ['380 66 123-45-04', 'hangsUp'],
    ['0661234505', 'echoes'],
    ['0501112233', 'talks'],
  ])('%s %s', (number, behaviour) => {
    expect(behaviourAt(number)).toBe(behaviour);
  });
});

describe('voices', () => {
  it('has every phrase in three languages, audible and short', () => {
    expect(voices).toHaveLength(3);
    for (const { greeting, answers, unheard } of voices) {
      for (const phrase of [greeting, unheard, ...answers]) {
        expect(level(phrase)).toBeGreaterThan(500);
        expect(phrase.length).toBeLessThan(5 * 8000);
      }
    }
  });

  it('gives a number the same voice each time', () => {
    expect(voiceOf('0661234501', voices)).toBe(voices[0]);
    expect(voiceOf('0501112237', voices)).toBe(voices[1]);
  });
});

describe('a customer who talks', () => {
  it('greets, waits, and answers once the operator has spoken and fallen silent', () => {
    const who = customer('0661234501');
    expect(pass(who, 2).said).toBeGreaterThan(1000);
    expect(pass(who, 1).said).toBe(0);
    expect(pass(who, 1, 3000).said).toBe(0);
    expect(pass(who, 0.6).said).toBe(0);
    expect(pass(who, 1).said).toBeGreaterThan(1000);
  });

  it('answers differently each time', () => {
    const who = customer('0661234501');
    const answerLength = () => {
      pass(who, 0.5, 3000);
      let frames = 0;
      pass(who, 0.7);
      while (pass(who, 1 / FRAMES_PER_SECOND).said > 0) frames++;
      return frames;
    };
    pass(who, 2);
    expect(answerLength()).not.toBe(answerLength());
  });

  it('ignores a click', () => {
    const who = customer('0661234501');
    pass(who, 2);
    pass(who, 1 / FRAMES_PER_SECOND, 3000);
    expect(pass(who, 2).said).toBe(0);
  });

  it('asks whether anybody is there', () => {
    const who = customer('0661234501');
    pass(who, 2);
    expect(pass(who, 6).said).toBe(0);
    expect(pass(who, 3).said).toBeGreaterThan(1000);
  });

  it('waits on hold without answering the music', () => {
    const who = customer('0661234501');
    pass(who, 2);
    who.setWaiting(true);
    expect(Math.max(pass(who, 1, 3000).said, pass(who, 20).said)).toBe(0);
    who.setWaiting(false);
    pass(who, 1, 3000);
    expect(pass(who, 2).said).toBeGreaterThan(1000);
  });
});

describe('other customers', () => {
  it('hang up after five seconds', () => {
    expect(pass(customer('0661234504'), 10)).toMatchObject({ stayed: 5 });
  });

  it('echo what they hear', () => {
    const who = customer('0661234505');
    expect(pass(who, 0.1, 1234).said).toBe(0);
    expect(pass(who, 1, 1234).said).toBe(1234);
    pass(who, 0.3);
    expect(pass(who, 1).said).toBe(0);
  });
});
