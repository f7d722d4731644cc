import { MicrophoneError } from './microphone-error';

describe('MicrophoneError', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'absent'],
    ['OverconstrainedError', 'absent'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
    ['SecurityError', 'insecure'],
    ['TypeError', 'other'],
  ])('reads the DOMException %s as %s', (name, failure) => {
    const error = MicrophoneError.from(new DOMException('the browser’s words', name));
    expect(error).toMatchObject({ failure, message: 'the browser’s words' });
  });

  it('keeps a MicrophoneError as it is, and accepts a thrown text', () => {
    const lost = MicrophoneError.lost();
    expect(MicrophoneError.from(lost)).toBe(lost);
    expect(MicrophoneError.from('odd')).toMatchObject({ failure: 'other', message: 'odd' });
  });
});
