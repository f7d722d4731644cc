import type { MicrophoneFailure } from 'mediatel-lib/ports';

/** Thrown if a microphone could not be opened. `message` is the browser's text. */
export class MicrophoneError extends Error {
  /** The error's name, also in minified code. */
  override readonly name = 'MicrophoneError';

  private constructor(
    /** Why it could not be opened. */
    readonly failure: MicrophoneFailure,
    detail: string,
  ) {
    super(detail);
  }

  /** The operator or a policy denied the permission. */
  static denied(detail = 'permission denied'): MicrophoneError {
    return new MicrophoneError('denied', detail);
  }
  /** There is no microphone. */
  static absent(detail = 'no microphone found'): MicrophoneError {
    return new MicrophoneError('absent', detail);
  }
  /** Another program uses the microphone. */
  static busy(detail = 'the microphone is used by another program'): MicrophoneError {
    return new MicrophoneError('busy', detail);
  }
  /** The page is not in a secure context, so the browser offers no microphone. */
  static insecure(detail = 'no microphone outside a secure context (https or localhost)'): MicrophoneError {
    return new MicrophoneError('insecure', detail);
  }
  /** The microphone was unplugged. */
  static lost(detail = 'the microphone was unplugged'): MicrophoneError {
    return new MicrophoneError('lost', detail);
  }

  /** Translates an error of `getUserMedia` by its DOMException name (Media Capture and Streams, 10.2). */
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
