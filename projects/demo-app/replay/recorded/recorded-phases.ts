import { type AgentPhase, type Snapshot, decodeSnapshot, phaseOf } from 'mediatel-lib/protocol';
import type { FlightEntry, FlightFile } from 'mediatel-lib/recorder';
import { beginningOf, beginsPage, lengthOf } from './recorded-time';
import { type Span, SpanList } from './span';

/** Reads the operator's phase from one entry after the other. */
export class PhaseReader {
  #snapshot: Snapshot | null = null;

  /** The phase that the entry gives; `null` if it gives none. */
  read(entry: FlightEntry): AgentPhase | null {
    if (entry.type !== 'message' || entry.message.type !== 'snapshot') return null;
    const decoded = decodeSnapshot(entry.message.data, this.#snapshot);
    if (!decoded.ok) return null;
    this.#snapshot = decoded.snapshot;
    return phaseOf(decoded.snapshot.state, decoded.snapshot.status);
  }
}

/** What the operator did in a recording. Between a reload and the next snapshot nobody knows. */
export function recordedPhases(file: Pick<FlightFile, 'entries' | 'savedAt'>): readonly Span<AgentPhase>[] {
  const beginning = beginningOf(file);
  const spans = new SpanList<AgentPhase>();
  const reader = new PhaseReader();
  for (const entry of file.entries) {
    const at = entry.at - beginning;
    if (beginsPage(entry) || entry.type === 'closed') spans.change(at, null);
    const phase = reader.read(entry);
    if (phase !== null) spans.change(at, phase);
  }
  return spans.end(lengthOf(file));
}
