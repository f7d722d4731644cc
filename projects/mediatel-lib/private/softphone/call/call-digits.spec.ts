import type { RTCSession } from 'jssip/lib/RTCSession';
import type { DigitTransport } from 'mediatel-lib/ports';
import { CallDigits } from './call-digits';

/** The digits of a call whose media path comes and goes, and what is sent. */
function digitsOf(transport: DigitTransport) {
  const sent: string[] = [];
  const dtmf = {
    canInsertDTMF: true,
    toneBuffer: '',
    insertDTMF: (tones: string) => sent.push(`event ${tones}`),
  };
  const session = {
    // The microphone is still being opened.
    connection: { getTransceivers: () => [{ receiver: { track: { kind: 'audio' } }, sender: { track: null, dtmf } }] },
    sendDTMF: (tones: string) => sent.push(`INFO ${tones}`),
  };
  return { digits: new CallDigits(session as unknown as RTCSession, transport), dtmf, sent };
}

describe('CallDigits', () => {
  it('sends them at once in a call of this page', () => {
    const { digits, sent } = digitsOf('auto');
    digits.send('5');
    digits.reachable();
    digits.release();
    expect(sent).toEqual(['event 5']);
  });

  it('waits for the media path in a call of an earlier page, and sends each digit once', () => {
    const { digits, dtmf, sent } = digitsOf('auto');
    dtmf.canInsertDTMF = false;
    digits.hold();
    digits.send('5');
    digits.reachable();
    digits.send('7');
    expect(sent).toEqual([]);
    dtmf.canInsertDTMF = true;
    digits.release();
    digits.send('9');
    digits.release();
    expect(sent).toEqual(['event 57', 'event 9']);
  });

  it('sends INFO as soon as requests reach the server, if the site wants INFO', () => {
    const { digits, sent } = digitsOf('info');
    digits.hold();
    digits.send('5');
    digits.reachable();
    expect(sent).toEqual(['INFO 5']);
  });

  it('keeps the digits that wait already when it is told to wait again', () => {
    const { digits, sent } = digitsOf('auto');
    digits.hold();
    digits.send('5');
    digits.hold();
    digits.send('7');
    digits.release();
    expect(sent).toEqual(['event 57']);
  });
});
