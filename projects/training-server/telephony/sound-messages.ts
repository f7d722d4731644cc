import type { LineCondition } from '../media/line';
import type { EarMode } from './ear';
import type { SoundEvent, SoundRequest, SoundSetting, Tone } from './call-sound';

/** What the sound thread gets at its start. */
export interface SoundThreadData {
  readonly setting: SoundSetting;
  readonly logLevel: string;
}

/** Messages that get an answer. */
export type Question =
  | { readonly what: 'createOffer' }
  | { readonly what: 'acceptAnswer'; readonly sdp: string }
  | { readonly what: 'takeBackOffer' }
  | { readonly what: 'answerOffer'; readonly sdp: string; readonly isDeaf: boolean }
  | { readonly what: 'finish' };

/** Messages that get no answer. */
export type Order =
  | { readonly what: 'begin' }
  | { readonly what: 'play'; readonly tone: Tone }
  | { readonly what: 'join' }
  | { readonly what: 'hold'; readonly held: boolean; readonly byOperator: boolean }
  | { readonly what: 'mute'; readonly muted: boolean }
  | { readonly what: 'say'; readonly samples: Int16Array<ArrayBuffer> }
  | { readonly what: 'hush' }
  | { readonly what: 'gone'; readonly gone: boolean }
  | { readonly what: 'hangUp' }
  | { readonly what: 'close' };

/** What an order's message need not copy: the sender loses it. */
export function transferOf(order: Order): ArrayBuffer[] {
  return order.what === 'say' ? [order.samples.buffer] : [];
}

/** As `Question`, on a trainer's leg. */
export type EarQuestion = Extract<Question, { what: 'createOffer' | 'acceptAnswer' }>;

/** As `Order`, on a trainer's leg. */
export type EarOrder = { readonly what: 'mode'; readonly mode: EarMode } | { readonly what: 'close' };

/** Messages to the thread. `call` and `ear` are numbers that the sender chooses. */
export type SoundMessage =
  | { readonly type: 'open'; readonly call: number; readonly request: SoundRequest }
  | { readonly type: 'ask'; readonly call: number; readonly id: number; readonly question: Question }
  | { readonly type: 'tell'; readonly call: number; readonly order: Order }
  | { readonly type: 'openEar'; readonly ear: number; readonly extension: string; readonly mode: EarMode }
  | { readonly type: 'askEar'; readonly ear: number; readonly id: number; readonly question: EarQuestion }
  | { readonly type: 'tellEar'; readonly ear: number; readonly order: EarOrder }
  | { readonly type: 'line'; readonly extension: string; readonly condition: LineCondition }
  | { readonly type: 'close' };

/** Messages from the thread. */
export type SoundReply =
  | { readonly type: 'answer'; readonly id: number; readonly sdp: string | undefined }
  | { readonly type: 'fault'; readonly id: number; readonly reason: string }
  | { readonly type: 'event'; readonly call: number; readonly event: SoundEvent }
  | { readonly type: 'earClosed'; readonly ear: number }
  /** One line as the logger writes it. */
  | { readonly type: 'log'; readonly line: string }
  | { readonly type: 'closed' };
