import type { MediaFlowState } from 'mediatel-lib/ports';
import type { FlightFile } from 'mediatel-lib/recorder';
import { beginningOf, beginsPage, lengthOf } from './recorded-time';
import { type Span, SpanList } from './span';

/**
 * How one side of a call sounds to the other. `off`: muted or on hold, on purpose. `gone`: a fault. `quiet`: all works,
 * nobody speaks. `unknown`: not measured yet, or not measurable.
 */
export type SoundState = 'heard' | 'quiet' | 'off' | 'gone' | 'unknown';

/** The sound of both sides of all calls. */
export interface RecordedFlow {
  readonly operator: readonly Span<SoundState>[];
  readonly customer: readonly Span<SoundState>[];
}

/** What a measured state means. */
export function soundOf({ audibility, reason }: MediaFlowState): SoundState {
  if (reason === 'muted' || reason === 'system-muted' || reason === 'held') return 'off';
  if (audibility === 'heard') return 'heard';
  if (audibility === 'proving' || audibility === 'unknown') return 'unknown';
  return audibility === 'silent' && reason === 'quiet' ? 'quiet' : 'gone';
}

/** The sound of a recording's calls. Between calls there is none. */
export function recordedFlow(file: Pick<FlightFile, 'entries' | 'savedAt'>): RecordedFlow {
  const beginning = beginningOf(file);
  const [operator, customer] = [new SpanList<SoundState>(), new SpanList<SoundState>()];
  const both = (at: number, value: SoundState | null): void => {
    operator.change(at, value);
    customer.change(at, value);
  };
  for (const entry of file.entries) {
    const at = entry.at - beginning;
    if (beginsPage(entry)) both(at, null);
    if (entry.type !== 'phone') continue;
    const { event } = entry;
    if (event.type === 'answered') both(at, 'unknown');
    if (event.type === 'ended') both(at, null);
    if (event.type === 'audioProved') {
      operator.change(at, soundOf(event.proof.outgoing));
      customer.change(at, soundOf(event.proof.incoming));
    }
    if (event.type === 'muteChanged' && event.muted) operator.change(at, 'off');
  }
  const length = lengthOf(file);
  return { operator: operator.end(length), customer: customer.end(length) };
}
