import type { TimerOwner } from './virtual-time';

/** Something that may come next: a message, a lock, an event of the SIP line. */
export interface Happening {
  /** Events of one lane come in order, as over one socket. */
  readonly lane: string;
  readonly label: string;
  /** The tab whose code runs; `null` for the servers. */
  readonly tab: TimerOwner | null;
  readonly run: () => void;
}

interface Queued extends Happening {
  readonly place: number;
  readonly since: number;
}

/** What may come next, lane by lane. The explorer chooses. */
export class Schedule {
  readonly #lanes = new Map<string, Queued[]>();
  #places = 0;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(happening: Happening): void {
    const lane = this.#lanes.get(happening.lane) ?? [];
    lane.push({ ...happening, place: this.#places++, since: this.#now() });
    this.#lanes.set(happening.lane, lane);
  }

  /** The first of each lane, oldest first. What a hung tab would have to do waits. */
  heads(): readonly (Happening & { readonly since: number })[] {
    const heads: Queued[] = [];
    for (const [name, lane] of this.#lanes) {
      while (lane[0]?.tab?.closed) lane.shift();
      const head = lane[0];
      if (head === undefined) this.#lanes.delete(name);
      else if (!head.tab?.hangs) heads.push(head);
    }
    return heads.sort((a, b) => a.place - b.place);
  }

  take({ lane }: Happening): void {
    this.#lanes.get(lane)?.shift();
  }
}
