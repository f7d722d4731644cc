import type { MicrophoneFailure } from './microphone-error';

/** State of the operator's microphone. */
export type Microphone =
  | { readonly status: 'off' }
  | { readonly status: 'asking' }
  /** Open. Its track is disabled outside of calls. */
  | { readonly status: 'ready'; readonly label: string }
  | { readonly status: 'failed'; readonly failure: MicrophoneFailure; readonly detail: string };
