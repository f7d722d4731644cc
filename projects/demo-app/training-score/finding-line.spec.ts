import type { Finding } from '../../training-kit';
import { findingLine } from './finding-line';
import { scoreWords } from './score.words';

const finding: Finding = {
  ...{ rule: 'greeting', verdict: 'met', traceId: '7', atMs: 1000, untilMs: 2200 },
  ...{ measured: 1.2, wanted: 3, points: 10, of: 10 },
};
const inEnglish = (more: Partial<Finding>) => Object.values(findingLine({ ...finding, ...more }, scoreWords.en, 'en'));

describe('a line of a score in words', () => {
  it.each<[string, Partial<Finding>, string[]]>([
    ['seconds', {}, ['Greets the customer', '1.2 s', 'within 3 s']],
    ['a limit', { rule: 'deadAir', measured: 6, wanted: 5 }, ['Silence of both', '6 s', 'at most 5 s']],
    ['a share', { rule: 'talkShare', measured: 51, wanted: '30–65' }, ['Share of the talk', '51 %', '30–65 %']],
    [
      'a side',
      { rule: 'endedBy', measured: 'server', wanted: 'operator' },
      ['Ends the call', 'the server', 'the operator'],
    ],
    ['a code', { rule: 'code', measured: '10. Promise', wanted: '10.' }, ['Result of the call', '10. Promise', '10.']],
    ['nothing', { rule: 'note', measured: null, wanted: 'saved' }, ['Note of the call', 'did not happen', 'saved']],
    [
      'a turn',
      { rule: 'reaches', measured: 'opening', wanted: 'end' },
      ['Point of the conversation', '“opening”', '“end”'],
    ],
    [
      'a repair',
      { rule: 'repair', repair: 'endPause', verdict: 'unmeasured', reason: 'noFault', measured: null, wanted: 20 },
      ['Ends the forced pause', 'there was no fault', 'within 20 s'],
    ],
  ])('says %s', (_name, more, words) => expect(inEnglish(more)).toEqual(words));

  it('has the scenario’s own words, in the reader’s language', () => {
    const text = { uk: 'Вітається', en: 'Says hello' };
    expect(findingLine({ ...finding, text }, scoreWords.uk, 'uk')).toEqual({
      title: 'Вітається',
      measured: '1,2 с',
      wanted: 'за 3 с',
    });
  });
});
