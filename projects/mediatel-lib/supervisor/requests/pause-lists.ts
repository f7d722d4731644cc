import { Injectable, inject } from '@angular/core';
import type { OperatorPauses } from 'mediatel-lib/hub-protocol';
import { MediatelClock } from 'mediatel-lib/ports';
import { HubClient } from '../hub/hub-client';
import { MediatelOperators } from '../hub/operators';

/** How long a list is used without being read again (ms). Lists seldom change within a shift. */
const listKept = 60_000;

/** The operators' own pauses, read from their desks when somebody needs them. */
@Injectable({ providedIn: 'root' })
export class PauseLists {
  readonly #hub = inject(HubClient);
  readonly #operators = inject(MediatelOperators);
  readonly #clock = inject(MediatelClock);
  readonly #known = new Map<string, { readonly pauses: OperatorPauses; readonly at: number }>();

  /** An operator's pauses. Resolves with `null` if the desk does not name them; never rejects. */
  async read(id: string): Promise<OperatorPauses | null> {
    const now = this.#clock.monotonic();
    const known = this.#known.get(id);
    if (known && now - known.at < listKept) return known.pauses;
    const pauses = await this.#hub.pauses(id);
    if (pauses) this.#known.set(id, { pauses, at: now });
    return pauses;
  }

  /** Names of pauses that are known from other operators: the pauses that they are on, and lists that were read. */
  suggestions(): readonly string[] {
    const names = new Set([...this.#known.values()].flatMap(({ pauses }) => pauses.names));
    for (const entry of this.#operators.all()) {
      const { pause } = entry.record().presence;
      if (pause !== null) names.add(pause);
    }
    return [...names].sort((a, b) => a.localeCompare(b));
  }
}
