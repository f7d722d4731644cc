import type { CallQuality, MediaFlowState, SoftphoneEvent } from 'mediatel-lib/ports';

/** One direction of a finished call. `null`: unknown, for example because the phone measured nothing. */
export interface CallDirectionReport {
  /**
   * Whether the direction was ever heard. `heard`: sound passed. `silent`: packets, but no sound. `no-packets`: nothing passed.
   */
  readonly proof: 'heard' | 'silent' | 'no-packets' | null;
  /** Mean of the mean opinion scores of all seconds (ITU-T G.107, 1 to 4.4). Outgoing: estimated from the other side's reports. */
  readonly mos: number | null;
  /** The worst mean opinion score of a second. */
  readonly worstMos: number | null;
  /** Mean share of lost packets, 0 to 1. */
  readonly lossShare: number | null;
}

/**
 * What the phone knows of a finished call. `null` always means unknown, never zero.
 *
 * All of it is of the tab that hands the contact over. A tab that joined during the call knows less.
 */
export interface CallReport {
  /** From the other party to the operator. */
  readonly incoming: CallDirectionReport;
  /** From the operator to the other party. */
  readonly outgoing: CallDirectionReport;
  /** How often the call was on hold, and for how long together (s); `null` if this tab did not see the whole call. */
  readonly holds: { readonly count: number; readonly seconds: number } | null;
  /**
   * Who ended the call. `operator`: with any of the operator's tabs. `other`: the other party or Mediatel, which the protocol
   * does not tell apart. `failure`: the call's connection failed.
   */
  readonly endedBy: 'operator' | 'other' | 'failure' | null;
  /** Time from the phone's answer to the first sound from the other party (ms). */
  readonly firstSoundAfter: number | null;
}

/** A mean that knows when it has no values. */
interface Mean {
  readonly count: number;
  readonly sum: number;
  readonly worst: number;
}

const noMean = (worst: number): Mean => ({ count: 0, sum: 0, worst });
const meanOf = ({ count, sum }: Mean): number | null => (count === 0 ? null : sum / count);
const add = (mean: Mean, value: number, worse: (a: number, b: number) => number): Mean => ({
  count: mean.count + 1,
  sum: mean.sum + value,
  worst: worse(mean.worst, value),
});

interface DirectionTrace {
  readonly proof: CallDirectionReport['proof'];
  readonly mos: Mean;
  readonly loss: Mean;
}

const noDirection: DirectionTrace = { proof: null, mos: noMean(Infinity), loss: noMean(0) };

/** What the phone has shown of one SIP call so far. */
export interface SipTrace {
  readonly callId: string;
  readonly answeredAt: number | null;
  readonly heardAt: number | null;
  readonly endedBy: 'operator' | 'server' | 'failure' | null;
  readonly incoming: DirectionTrace;
  readonly outgoing: DirectionTrace;
}

/** A SIP call of which nothing is known yet. */
export const newSipTrace = (callId: string): SipTrace => ({
  callId,
  answeredAt: null,
  heardAt: null,
  endedBy: null,
  incoming: noDirection,
  outgoing: noDirection,
});

/** Sound that passed once stays proved. Silence by hold or mute proves nothing. */
function nextProof(before: CallDirectionReport['proof'], { audibility, reason }: MediaFlowState): typeof before {
  if (before === 'heard' || audibility === 'heard') return 'heard';
  if (reason === 'held' || reason === 'muted') return before;
  return audibility === 'silent' || audibility === 'no-packets' ? audibility : before;
}

/** The trace after an event of its SIP call. */
export function afterEvent(trace: SipTrace, event: SoftphoneEvent): SipTrace {
  if (!('callId' in event) || event.callId !== trace.callId) return trace;
  switch (event.type) {
    case 'resumed':
      return { ...trace, answeredAt: trace.answeredAt ?? event.answeredAt };
    case 'answered':
      return { ...trace, answeredAt: trace.answeredAt ?? event.at };
    case 'audioProved': {
      const { incoming, outgoing } = event.proof;
      return {
        ...trace,
        heardAt: trace.heardAt ?? (incoming.audibility === 'heard' ? event.at : null),
        incoming: { ...trace.incoming, proof: nextProof(trace.incoming.proof, incoming) },
        outgoing: { ...trace.outgoing, proof: nextProof(trace.outgoing.proof, outgoing) },
      };
    }
    case 'ended':
      return { ...trace, endedBy: event.by };
    default:
      return trace;
  }
}

const measured = (trace: DirectionTrace, mos: number, loss: number): DirectionTrace => ({
  ...trace,
  mos: add(trace.mos, mos, Math.min),
  loss: add(trace.loss, loss, Math.max),
});

/** The trace after another second's measurement. */
export function afterMeasurement(trace: SipTrace, { callId, mos, lossShare, sent }: CallQuality): SipTrace {
  if (callId !== trace.callId) return trace;
  return {
    ...trace,
    incoming: measured(trace.incoming, mos, lossShare),
    outgoing: sent === null ? trace.outgoing : measured(trace.outgoing, sent.mos, sent.lossShare),
  };
}

const directionReport = ({ proof, mos, loss }: DirectionTrace): CallDirectionReport => ({
  proof,
  mos: meanOf(mos),
  worstMos: mos.count === 0 ? null : mos.worst,
  lossShare: meanOf(loss),
});

const endedBy = (trace: SipTrace | null, isHungUp: boolean): CallReport['endedBy'] => {
  if (isHungUp) return 'operator';
  return trace?.endedBy === 'server' ? 'other' : (trace?.endedBy ?? null);
};

/** The report of a call. `isHungUp`: whether the operator gave the command to end it. */
export function callReport(trace: SipTrace | null, holds: CallReport['holds'], isHungUp: boolean): CallReport {
  const { answeredAt = null, heardAt = null } = trace ?? {};
  return {
    incoming: directionReport(trace?.incoming ?? noDirection),
    outgoing: directionReport(trace?.outgoing ?? noDirection),
    holds,
    endedBy: endedBy(trace, isHungUp),
    firstSoundAfter: answeredAt === null || heardAt === null ? null : Math.max(0, heardAt - answeredAt),
  };
}

/** The report of a call of which nothing is known. */
export const unknownReport: CallReport = callReport(null, null, false);
