import type { FlightEntry, FlightFile } from 'mediatel-lib/recorder';
import { beginningOf } from '../recorded/recorded-time';

/** A line in the protocol's own words. `atMs`: from the recording's beginning. */
export interface TechnicalLine {
  readonly atMs: number;
  readonly kind: 'state' | 'link' | 'phone' | 'command' | 'sip' | 'page';
  readonly words: string;
}

const stateOf = (data: unknown): string => {
  const { agent } = { ...(data as { readonly agent?: unknown } | null) };
  const { state } = { ...((agent ?? data) as { readonly state?: unknown } | null) };
  return typeof state === 'string' ? state : 'unreadable';
};

function lineOf(entry: FlightEntry, state: string): Omit<TechnicalLine, 'atMs'> | null {
  switch (entry.type) {
    case 'opened':
      return { kind: 'link', words: `${entry.user} signs in` };
    case 'closed':
      return { kind: 'link', words: 'Signs out' };
    case 'connection':
      return { kind: 'link', words: `Connection ${entry.state.status}` };
    case 'message':
      if (entry.message.type !== 'snapshot') return { kind: 'state', words: entry.message.type };
      return stateOf(entry.message.data) === state ? null : { kind: 'state', words: stateOf(entry.message.data) };
    case 'unread':
      return { kind: 'state', words: `Unreadable: ${entry.path} ${entry.reason}` };
    case 'request':
      return { kind: 'command', words: entry.sent ? entry.request.type : `${entry.request.type}, not sent` };
    case 'asked':
      return { kind: 'command', words: `Phone: ${entry.does}` };
    case 'phone':
      if (entry.event.type === 'registrationChanged')
        return { kind: 'phone', words: `Phone ${entry.event.registration.status}` };
      return { kind: 'phone', words: `Phone: ${entry.event.type}` };
    case 'sip':
      return { kind: 'sip', words: `${entry.direction === 'sent' ? '→' : '←'} ${entry.lines[0] ?? ''}` };
    case 'page':
      return { kind: 'page', words: `Page: ${entry.event}` };
    case 'audio':
    case 'quality':
      return null;
  }
}

/** A recording's entries as lines for the makers of the desk. Snapshots that repeat the state are left out. */
export function technicalLines(file: Pick<FlightFile, 'entries'>): readonly TechnicalLine[] {
  const beginning = beginningOf(file);
  const lines: TechnicalLine[] = [];
  let state = '';
  for (const entry of file.entries) {
    const line = lineOf(entry, state);
    if (entry.type === 'message' && entry.message.type === 'snapshot') state = stateOf(entry.message.data);
    if (line) lines.push({ atMs: entry.at - beginning, ...line });
  }
  return lines;
}
