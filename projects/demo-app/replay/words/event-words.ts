import type { PlainFact } from '../events/plain-event';
import type { ReplayTexts } from './replay-texts';

/** An event in plain words. */
export function eventWords(fact: PlainFact, words: ReplayTexts): string {
  switch (fact.type) {
    case 'signedIn':
      return words.signedIn(fact.user);
    case 'phase':
      return words.phases[fact.phase];
    case 'request':
      return fact.sent ? words.asked(words.requests[fact.request]) : words.notSent(words.requests[fact.request]);
    case 'event':
      return words.happenings[fact.name];
  }
}

/** The same on a lane of requests, where there is little room. */
export const markWords = (fact: PlainFact, words: ReplayTexts): string =>
  fact.type === 'request' && fact.sent ? words.requests[fact.request] : eventWords(fact, words);
