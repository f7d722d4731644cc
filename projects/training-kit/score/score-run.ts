import type { TimelineEvent } from '../run/timeline-event';
import type { TrainingRun } from '../run/training-run';
import type { Scenario } from '../scenario/scenario';
import { type MeasuredCall, allOf, holdsOf } from './measured-call';
import { scoreExpectation } from './score-expectation';
import type { HeardRecording, ScoreSheet, ScoredCall } from './score-sheet';

/** The run's facts that a score needs. */
type ScoredRun = Pick<TrainingRun, 'id' | 'status' | 'traceIds'>;

/**
 * Scores a run that is over. Pure.
 *
 * @param timelines What happened in each call, by trace id.
 * @param recordings What was heard in each call, by trace id; a missing one is no recording.
 */
export function scoreRun(
  scenario: Pick<Scenario, 'calls'>,
  run: ScoredRun,
  timelines: ReadonlyMap<string, readonly TimelineEvent[]>,
  recordings: ReadonlyMap<string, HeardRecording>,
): ScoreSheet {
  const calls = run.traceIds.map((traceId, place): MeasuredCall => ({
    traceId,
    events: [...(timelines.get(traceId) ?? [])].sort((a, b) => a.atMs - b.atMs),
    heard: recordings.get(traceId) ?? null,
    isCutShort: run.status !== 'done' && place === run.traceIds.length - 1,
  }));
  const findings = scenario.calls.flatMap(({ expect }, place) =>
    expect.flatMap((expectation) => scoreExpectation(expectation, calls[place] ?? null)),
  );
  const counted = findings.filter(({ verdict }) => verdict !== 'unmeasured');
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    run: run.id,
    findings,
    calls: calls.map(scored),
    points: sum(counted.map(({ points }) => points)),
    of: sum(counted.map(({ of }) => of)),
  };
}

function scored(call: MeasuredCall): ScoredCall {
  const { traceId, heard } = call;
  return {
    traceId,
    durationMs: heard?.durationMs ?? 0,
    operatorSpeech: heard?.operatorSpeech ?? [],
    customerSpeech: heard?.customerSpeech ?? [],
    holds: holdsOf(call),
    marks: allOf(call, 'mark').map(({ atMs, by, note }) => ({ atMs, by, note })),
    ...(heard && { levels: heard.levels }),
  };
}
