import * as fc from 'fast-check';
import { type Envelope, readEnvelope, tabVersion } from './tab-message';

const envelope = (body: unknown, mediatel = tabVersion): unknown => ({
  mediatel,
  from: 'a',
  term: 2,
  sentAt: 1,
  now: 1,
  body,
});
const bodyOf = (body: unknown): Envelope['body'] | undefined => readEnvelope(envelope(body))?.body;

describe('readEnvelope', () => {
  it('reads what this version sends', () => {
    const body = { type: 'phone', to: 'b', command: { type: 'hangUp', callId: 'c1' } };
    expect(bodyOf(body)).toEqual(body);
  });

  it('reads from another version only that it is there', () => {
    expect(readEnvelope(envelope({ type: 'ask', news: 1 }, tabVersion + 1))).toEqual(envelope(null, tabVersion + 1));
  });

  it.each([
    ['an unknown kind', { type: 'exec' }],
    ['a kind that every object has', { type: 'toString' }],
    ['a command for nobody', { type: 'command', id: 1, command: { type: 'makeCall' } }],
    ['a command that is none', { type: 'command', to: 'b', id: 1, command: null }],
    ['an answer without its outcome', { type: 'answer', to: 'b', id: 1, answer: {} }],
    ['a command the phone does not know', { type: 'phone', to: 'b', command: { type: 'start' } }],
    ['a command without its call', { type: 'phone', to: 'b', command: { type: 'hangUp' } }],
    ['a picture without its parts', { type: 'picture', picture: { connection: {} } }],
    ['nothing', null],
  ])('ignores %s', (_, body) => {
    expect(bodyOf(body)).toBeNull();
  });

  it('never throws, whatever comes over the channel', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.anything().map((body) => envelope(body)),
    );
    fc.assert(
      fc.property(anything, (value) => {
        expect(() => readEnvelope(value)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});
