import { agentRequestTypes } from 'mediatel-lib/protocol';
import { decodeFlight } from 'mediatel-lib/recorder';
import { readFileSync } from 'node:fs';
import { entriesOf, phone, proved, recordingOf, request, snapshot } from '../incident/recording.fixture';
import { eventWords } from '../words/event-words';
import { replayWords } from '../words/replay.words';
import { plainEvents } from './plain-events';

type Entries = Parameters<typeof plainEvents>[0]['entries'];

const english = (entries: Entries): string[] =>
  plainEvents({ entries }).map(({ fact }) => eventWords(fact, replayWords.en));

/** Protocol words: names in capitals, camel case, SIP. */
const technical = /[A-Z]{3,}_|[a-z][A-Z]|\bSIP\b|STATE/u;

const call = { direction: 'outgoing', queue: 'Q', freeMs: 1000, talkMs: 60_000, endedBy: 'operator' } as const;

describe('the events of a recording', () => {
  it('are a call in plain words', () => {
    expect(english(recordingOf([{ ...call, faults: [] }]).entries)).toEqual([
      'Connected to Mediatel',
      'The phone is ready',
      'Available for calls',
      'Calling the customer',
      'Connected with the customer',
      'Request: hang up',
      'After-call work',
    ]);
  });

  it('mark what support looks for', () => {
    const faults = (['cut', 'sipCut', 'badLine', 'audioGone', 'secondCall'] as const).map((type, index) => ({
      ...{ type, atMs: 1000 + index * 10_000, lengthMs: 5000 },
    }));
    const marked = plainEvents(recordingOf([{ ...call, faults }])).filter(({ mark }) => mark === 'incident');
    expect(marked.map(({ fact }) => eventWords(fact, replayWords.en))).toEqual([
      'The connection to Mediatel is lost',
      'The phone lost its line',
      'The line is bad',
      'Nothing is heard of the customer',
      'A second call was declined: the phone was busy',
    ]);
  });

  it('say once what the phone repeats', () => {
    const again = entriesOf([0, proved('heard', 0)], [1, proved('heard', 1)], [2, snapshot('STATE_IDLE')]);
    expect(english([...again, ...entriesOf([3, snapshot('STATE_IDLE')])])).toEqual([
      'Both hear each other',
      'Available for calls',
    ]);
  });

  it('say that a request was not sent', () => {
    const refused = { ...request('closeCall'), sent: false } as const;
    expect(english(entriesOf([0, refused as ReturnType<typeof request>]))).toEqual([
      'Request: hang up – not sent, there is no connection',
    ]);
  });

  it('begin again after a reload, and mark it', () => {
    const entries = entriesOf(
      [0, { type: 'page', event: 'loaded' }],
      [1, { type: 'connection', state: { status: 'connected' } }],
      [2, { type: 'page', event: 'loaded' }],
      [3, { type: 'connection', state: { status: 'connecting', attempt: 1 } }],
      [4, { type: 'connection', state: { status: 'connected' } }],
    );
    expect(english(entries)).toEqual(['Connected to Mediatel', 'The page was loaded again', 'Connected to Mediatel']);
    expect(plainEvents({ entries }).map(({ mark }) => mark)).toEqual(['other', 'reload', 'other']);
  });

  it.each(['en', 'uk', 'ru'] as const)('contain no word of the protocol (%s)', (language) => {
    const words = replayWords[language];
    const texts = [
      ...Object.values(words.happenings),
      ...Object.values(words.phases),
      ...Object.values(words.requests),
    ];
    expect(texts.filter((text) => technical.test(text))).toEqual([]);
    expect(Object.keys(words.requests).sort()).toEqual([...agentRequestTypes].sort());
  });
});

describe('the sample', () => {
  const text = readFileSync(new URL('../../public/sample.mediatel-flight.json', import.meta.url), 'utf8');

  it('is a masked report with a call, a request and an incident', () => {
    const result = decodeFlight(text);
    if (!result.ok) throw new Error(JSON.stringify(result.fault));
    expect(result.file.numbersMasked).toBe(true);
    const marks = plainEvents(result.file).map(({ mark }) => mark);
    expect(marks).toEqual(expect.arrayContaining(['state', 'request', 'incident']));
    expect(english(result.file.entries)).toContain('Both hear each other');
  });

  it('is small enough to be loaded in passing', () => {
    expect(text.length).toBeLessThan(400_000);
  });
});

it('a phone that rings is not the same as a call that Mediatel shows', () => {
  const invited = phone({ type: 'invited', callId: 'a', callerNumber: null, callerName: null, at: 0 });
  expect(english(entriesOf([0, invited], [1, snapshot('STATE_CALL_DELIVERED')]))).toEqual([
    'A call comes in at the phone',
    'A call rings',
  ]);
});
