import type { ConnectionStatus, Registration } from 'mediatel-lib/ports';
import type { FlightEntry, FlightFile } from 'mediatel-lib/recorder';
import { beginningOf, beginsPage, lengthOf } from './recorded-time';
import { type Span, SpanList } from './span';

/** Whether a link works: `trying` before it does, `down` when it was lost or refused. */
export type LinkState = 'up' | 'trying' | 'down';

/** The links of a desk, and whether its page could be seen. */
export interface RecordedLinks {
  readonly mediatel: readonly Span<LinkState>[];
  readonly phone: readonly Span<LinkState>[];
  readonly hidden: readonly Span<true>[];
}

/** `off`: nobody is signed in. */
const linkStates = {
  ...{ closed: 'off', connecting: 'trying', connected: 'up' },
  ...{ unreachable: 'down', unauthorised: 'down', kicked: 'down' },
} as const satisfies Record<ConnectionStatus, LinkState | 'off'>;

/** `same`: a registration is refreshed by the request that began it. */
const registrationStates = {
  ...{ off: 'off', connecting: 'trying', registering: 'same', registered: 'up' },
  ...{ waiting: 'down', rejected: 'down' },
} as const satisfies Record<Registration['status'], LinkState | 'off' | 'same'>;

/** The links of a recording. Nothing is known of a link that the operator closed, and after a reload. */
export function recordedLinks(file: Pick<FlightFile, 'entries' | 'savedAt'>): RecordedLinks {
  const beginning = beginningOf(file);
  const [mediatel, phone, hidden] = [new SpanList<LinkState>(), new SpanList<LinkState>(), new SpanList<true>()];
  for (const entry of file.entries) {
    const at = entry.at - beginning;
    if (beginsPage(entry)) for (const list of [mediatel, phone, hidden]) list.change(at, null);
    if (entry.type === 'connection') mediatel.change(at, known(afterUp(mediatel, linkStates[entry.state.status])));
    const state = registrationOf(entry);
    if (state === 'same') phone.change(at, phone.value ?? 'trying');
    else if (state !== null) phone.change(at, known(afterUp(phone, state)));
    if (entry.type === 'page' && entry.event === 'hidden') hidden.change(at, true);
    if (entry.type === 'page' && entry.event === 'visible') hidden.change(at, null);
  }
  const length = lengthOf(file);
  return { mediatel: mediatel.end(length), phone: phone.end(length), hidden: hidden.end(length) };
}

function registrationOf(entry: FlightEntry): LinkState | 'off' | 'same' | null {
  if (entry.type !== 'phone' || entry.event.type !== 'registrationChanged') return null;
  return registrationStates[entry.event.registration.status];
}

const known = (state: LinkState | 'off'): LinkState | null => (state === 'off' ? null : state);

/** A link that worked is down until it works again, also while it is tried. */
const afterUp = (list: SpanList<LinkState>, state: LinkState | 'off'): LinkState | 'off' =>
  state === 'trying' && list.value !== null && list.value !== 'trying' ? 'down' : state;
