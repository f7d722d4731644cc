import { type BoardLabels, durationWords } from 'mediatel-lib/ui';
import type { MediatelAlert } from '../../alerts/alert';
import { type AlertThresholds, type TimedPhase, timedPhases } from '../../alerts/alert-thresholds';

/** Alerts of one kind, counted. */
export interface AttentionFact {
  /** What is wrong. `lasting` has a phase. */
  readonly kind: MediatelAlert['kind'];
  /** The state that lasts too long; `null` for other kinds. */
  readonly phase: TimedPhase | null;
  /** How many operators. */
  readonly count: number;
}

/** The alerts, counted by kind and state, the most frequent first. It is a pure function. */
export function factsOf(alerts: Iterable<MediatelAlert>): readonly AttentionFact[] {
  const facts = new Map<string, AttentionFact>();
  for (const { kind, phase } of alerts) {
    const timed = kind === 'lasting' ? (timedPhases.find((known) => known === phase) ?? null) : null;
    const key = `${kind} ${timed}`;
    facts.set(key, { kind, phase: timed, count: (facts.get(key)?.count ?? 0) + 1 });
  }
  return [...facts.values()].sort((a, b) => b.count - a.count);
}

/** A fact in words: “56 after call over 3 min”. */
export function factWords(
  { kind, phase, count }: AttentionFact,
  text: BoardLabels,
  { states, pauses }: AlertThresholds,
  language: string,
): string {
  if (kind !== 'lasting') return text.fact[kind](count);
  if (phase === null) return String(count);
  // Pauses have limits of their own by their names.
  const limit = phase === 'paused' && Object.keys(pauses).length > 0 ? null : states[phase];
  return text.overLimit(count, text.mix[phase], limit === null ? null : durationWords(limit, language));
}
