import type { MicrophoneFailure } from './microphone-error';

/** How the operator's microphone stands. */
export type Microphone =
  | { readonly status: 'off' }
  | { readonly status: 'asking' }
  /** Open with its track disabled outside of calls. */
  | { readonly status: 'ready'; readonly label: string }
  | { readonly status: 'failed'; readonly failure: MicrophoneFailure; readonly detail: string };
