import type { LocalisedText, ScenarioCall, Temper } from '../../training-kit';

/** What happens to the customer. `atMs`: milliseconds since both hear each other. */
export type CustomerEvent = { readonly atMs: number } & (
  | { readonly type: 'begun' | 'said' | 'held' | 'resumed' | 'passed' | 'ended' | 'speaks' }
  | { readonly type: 'stops'; readonly spokenMs: number }
  | { readonly type: 'muted'; readonly muted: boolean }
  | { readonly type: 'tone'; readonly tone: string }
  | { readonly type: 'codeSaved'; readonly id: string; readonly name: string }
);

/** What the customer wants done. */
export type CustomerEffect =
  | { readonly type: 'say'; readonly text: LocalisedText; readonly temper: Temper; readonly pitch: number }
  | { readonly type: 'hush' | 'hangUp' | 'finished' }
  | { readonly type: 'stuck' }
  | { readonly type: 'line'; readonly lossPercent?: number; readonly delayMs?: number; readonly jitterMs?: number }
  | { readonly type: 'audio'; readonly gone: boolean }
  | { readonly type: 'cut'; readonly link: 'mediatel' | 'sip' | 'both'; readonly seconds: number }
  | { readonly type: 'secondCall'; readonly seconds: number }
  | { readonly type: 'wakeAt'; readonly atMs: number }
  | { readonly type: 'turn'; readonly id: string };

/** The scenario's machine of one customer. */
export interface CustomerMachine {
  readonly first: (call: ScenarioCall) => unknown;
  readonly next: (
    call: ScenarioCall,
    state: unknown,
    event: CustomerEvent,
  ) => { readonly state: unknown; readonly effects: readonly CustomerEffect[] };
}
