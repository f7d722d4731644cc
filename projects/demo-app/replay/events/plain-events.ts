import type { FlightEntry, FlightFile } from 'mediatel-lib/recorder';
import { PhaseReader } from '../recorded/recorded-phases';
import { beginningOf } from '../recorded/recorded-time';
import { type PlainEvent, type PlainFact, type PlainName, markOf } from './plain-event';
import { LinkEvents } from './link-events';
import { SoundEvents } from './sound-events';

/** A recording's events in the order of time. What repeats itself, and what only the phone's makers need, is left out. */
export function plainEvents(file: Pick<FlightFile, 'entries'>): readonly PlainEvent[] {
  const beginning = beginningOf(file);
  const reader = new EventReader();
  return file.entries.flatMap((entry, index) =>
    reader.read(entry, index).map((fact) => ({ atMs: entry.at - beginning, mark: markOf(fact), fact })),
  );
}

/** Reads one entry after the other, and remembers what the next one may repeat. */
class EventReader {
  readonly #phases = new PhaseReader();
  #links = new LinkEvents();
  #sound = new SoundEvents();
  #phase: string | null = null;

  read(entry: FlightEntry, index: number): readonly PlainFact[] {
    switch (entry.type) {
      case 'opened':
        return [{ type: 'signedIn', user: entry.user }];
      case 'closed':
        return events('signedOut');
      case 'connection':
        return events(this.#links.connection(entry.state.status));
      case 'message':
        return this.#message(entry);
      case 'unread':
        return events('unreadable');
      case 'request':
        return [{ type: 'request', request: entry.request.type, sent: entry.sent }];
      case 'phone':
        return events(
          entry.event.type === 'registrationChanged'
            ? this.#links.registration(entry.event.registration.status)
            : this.#sound.event(entry.event),
        );
      case 'page':
        return this.#page(entry.event, index);
      // Technical lines; the lanes show what they mean.
      case 'asked':
      case 'audio':
      case 'quality':
      case 'sip':
        return [];
    }
  }

  #message(entry: Extract<FlightEntry, { type: 'message' }>): readonly PlainFact[] {
    if (entry.message.type === 'agentUnavailable') return events('noAgent');
    const phase = this.#phases.read(entry);
    if (phase === null || phase === this.#phase) return [];
    this.#phase = phase;
    return [{ type: 'phase', phase }];
  }

  #page(event: Extract<FlightEntry, { type: 'page' }>['event'], index: number): readonly PlainFact[] {
    if (event !== 'loaded') return events(pageNames[event]);
    [this.#links, this.#sound, this.#phase] = [new LinkEvents(), new SoundEvents(), null];
    return index === 0 ? [] : events('reloaded');
  }
}

const pageNames = {
  ...{ visible: 'pageVisible', hidden: 'pageHidden', pagehide: 'pageClosed', pageshow: null },
  ...{ online: 'online', offline: 'offline', freeze: null, resume: null },
} as const satisfies Record<string, PlainName | null>;

const events = (name: PlainName | null): readonly PlainFact[] => (name === null ? [] : [{ type: 'event', name }]);
