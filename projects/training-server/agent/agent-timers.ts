import type { AgentEffect } from './agent-effect';
import type { TimerName } from './agent-event';
import { failureShownMs, leaveClericalMs, type AgentRules } from './agent-rules';
import type { AgentState } from './agent-state';

type DueTimes = ReadonlyMap<TimerName, number>;

/** The timers of a state, with the server time when each is due. A state has no other timers. */
export function dueTimes(rules: AgentRules, state: AgentState): DueTimes {
  const due = new Map<TimerName, number>();
  const since = state.since ?? 0;
  if (state.phase === 'failed') due.set('failureShown', since + failureShownMs);
  if (state.phase === 'idle' && state.predictiveSince !== null) {
    due.set('predictive', Math.max(since, state.predictiveSince) + rules.predictiveGapMs);
  }
  if (state.phase === 'clerical' && rules.clericalMs !== null) due.set('clerical', since + rules.clericalMs);
  if (state.phase === 'clerical' && state.call?.codedAt != null) {
    due.set('leaveClerical', state.call.codedAt + leaveClericalMs);
  }
  if (state.phase === 'clerical' && state.call?.toneUntil != null) due.set('busyTone', state.call.toneUntil);
  if ((state.phase === 'active' || state.phase === 'held') && state.call?.answeredAt != null) {
    due.set('callLimit', state.call.answeredAt + rules.callLimitMs);
  }
  return due;
}

/** Starts and cancels timers, to get from one state's timers to the next state's. */
export function timerEffects(rules: AgentRules, before: AgentState, after: AgentState, at: number): AgentEffect[] {
  const old = dueTimes(rules, before);
  const wanted = dueTimes(rules, after);
  const effects: AgentEffect[] = [];
  for (const timer of old.keys()) if (!wanted.has(timer)) effects.push({ type: 'cancelTimer', timer });
  for (const [timer, due] of wanted) {
    if (old.get(timer) !== due) effects.push({ type: 'startTimer', timer, ms: Math.max(0, due - at), due });
  }
  return effects;
}
