import type { FlightEntry } from 'mediatel-lib/recorder';

/** A time in which a link was down (ms, monotonic). */
export interface RecordedCut {
  readonly link: 'mediatel' | 'sip';
  readonly fromMs: number;
  readonly toMs: number;
}

type Change = 'up' | 'down' | 'closed' | null;

/** When the links were down. A link that the operator closed is not down, and one that never came up neither. */
export function recordedCuts(entries: readonly FlightEntry[]): RecordedCut[] {
  const lastMs = entries.at(-1)?.at ?? 0;
  return (['mediatel', 'sip'] as const).flatMap((link) => {
    const cuts: RecordedCut[] = [];
    let wasUp = false;
    let downSince: number | null = null;
    const end = (toMs: number): void => {
      if (downSince !== null && toMs > downSince) cuts.push({ link, fromMs: downSince, toMs });
      downSince = null;
    };
    for (const entry of entries) {
      const change = changeOf(entry, link);
      if (change === 'down' && wasUp) downSince ??= entry.at;
      if (change === 'up' || change === 'closed') {
        end(entry.at);
        wasUp = change === 'up';
      }
    }
    end(lastMs);
    return cuts;
  });
}

function changeOf(entry: FlightEntry, link: RecordedCut['link']): Change {
  if (link === 'mediatel') return entry.type === 'connection' ? connectionChanges[entry.state.status] : null;
  const isRegistration = entry.type === 'phone' && entry.event.type === 'registrationChanged';
  return isRegistration ? registrationChanges[entry.event.registration.status] : null;
}

const connectionChanges = {
  ...{ connected: 'up', connecting: 'down', unreachable: 'down' },
  ...{ closed: 'closed', unauthorised: 'closed', kicked: 'closed' },
} as const satisfies Record<string, Change>;

/** A binding is refreshed by REGISTER while it lasts. */
const registrationChanges = {
  ...{ registered: 'up', connecting: 'down', waiting: 'down' },
  ...{ registering: null, off: 'closed', rejected: 'closed' },
} as const satisfies Record<string, Change>;
