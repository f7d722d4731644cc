import type { MicrophoneFailure } from './microphone-failure';

/**
 * State of the operator's microphone.
 *
 * ```
 *  off ──open──▶ asking ──▶ ready ──another device is chosen──▶ ready
 *   ▲              │ ▲ ▲      │
 *   │              │ │ └──────┘ the device is unplugged: any other one
 *   └──close── any └─┼──▶ failed
 *                    └── open, another device is chosen or plugged in, the permission granted
 * ```
 */
export type Microphone =
  | { readonly status: 'off' }
  | { readonly status: 'asking' }
  /** Open. Its track is disabled outside of calls. */
  | { readonly status: 'ready'; readonly label: string }
  | { readonly status: 'failed'; readonly failure: MicrophoneFailure; readonly detail: string };
