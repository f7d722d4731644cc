import type { FlightEntry, FlightFile } from 'mediatel-lib/recorder';

/** A moment that has a line in the list. `at` is in milliseconds from the recording's beginning. */
export interface FlightMoment {
  readonly at: number;
  readonly kind: 'state' | 'link' | 'phone' | 'command' | 'sip' | 'page';
  readonly words: string;
}

const stateOf = (data: unknown): string => {
  const { agent } = { ...(data as { readonly agent?: unknown } | null) };
  const { state } = { ...((agent ?? data) as { readonly state?: unknown } | null) };
  return typeof state === 'string' ? state : 'unreadable';
};

function momentOf(entry: FlightEntry, state: string): Omit<FlightMoment, 'at'> | null {
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

/** A recording's moments in order. Snapshots that repeat the state are left out. */
export function flightMoments({ entries }: FlightFile): readonly FlightMoment[] {
  const beginning = entries[0]?.at ?? 0;
  const moments: FlightMoment[] = [];
  let state = '';
  for (const entry of entries) {
    const moment = momentOf(entry, state);
    if (entry.type === 'message' && entry.message.type === 'snapshot') state = stateOf(entry.message.data);
    if (moment) moments.push({ at: entry.at - beginning, ...moment });
  }
  return moments;
}
