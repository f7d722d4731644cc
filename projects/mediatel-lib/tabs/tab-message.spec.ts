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
    const body = { type: 'request', request: { type: 'makeCall', phoneNumber: '066' } };
    expect(bodyOf(body)).toEqual(body);
  });

  it('takes of another version only that it is there', () => {
    expect(readEnvelope(envelope({ type: 'ask', news: 1 }, tabVersion + 1))).toEqual(envelope(null, tabVersion + 1));
  });

  it.each([
    ['an unknown kind', { type: 'exec' }],
    ['a kind that every object has', { type: 'toString' }],
    ['a request Mediatel does not know', { type: 'request', request: { type: 'drop' } }],
    ['a call without a number', { type: 'request', request: { type: 'makeCall' } }],
    ['a command the phone does not know', { type: 'command', command: { does: 'start' } }],
    ['a command without its call', { type: 'command', command: { does: 'hangUp' } }],
    ['a picture without its parts', { type: 'picture', picture: { connection: {} } }],
    ['nothing', null],
  ])('does not act on %s', (_, body) => {
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
