/** Why no microphone could be opened, told from the browser's own DOMException. */
export type MicrophoneFailure = 'denied' | 'absent' | 'busy' | 'insecure' | 'lost' | 'other';

/** A microphone that could not be opened; `failure` says why, `message` carries the browser's words. */
export class MicrophoneError extends Error {
  override readonly name = 'MicrophoneError';

  private constructor(
    readonly failure: MicrophoneFailure,
    detail: string,
  ) {
    super(detail);
  }

  static denied(detail = 'permission denied'): MicrophoneError {
    return new MicrophoneError('denied', detail);
  }
  static absent(detail = 'no microphone found'): MicrophoneError {
    return new MicrophoneError('absent', detail);
  }
  static busy(detail = 'the microphone is used by another program'): MicrophoneError {
    return new MicrophoneError('busy', detail);
  }
  static insecure(detail = 'no microphone outside a secure context (https or localhost)'): MicrophoneError {
    return new MicrophoneError('insecure', detail);
  }
  static lost(detail = 'the microphone was unplugged'): MicrophoneError {
    return new MicrophoneError('lost', detail);
  }

  /** Reads what `getUserMedia` threw, by the DOMException's name (Media Capture and Streams, 10.2). */
  static from(error: unknown): MicrophoneError {
    if (error instanceof MicrophoneError) return error;
    const name = error instanceof Error || error instanceof DOMException ? error.name : '';
    const detail = error instanceof Error || error instanceof DOMException ? error.message || name : String(error);
    switch (name) {
      case 'NotAllowedError':
        return MicrophoneError.denied(detail);
      case 'NotFoundError':
      case 'OverconstrainedError':
        return MicrophoneError.absent(detail);
      case 'NotReadableError':
      case 'AbortError':
        return MicrophoneError.busy(detail);
      case 'SecurityError':
        return MicrophoneError.insecure(detail);
      default:
        return new MicrophoneError('other', detail);
    }
  }
}
