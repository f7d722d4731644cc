import { Injectable, computed, inject } from '@angular/core';
import { BoardTick } from './board-tick';
import { HubClient } from './hub-client';

/**
 * How long the hub may be silent (ms). It sends a delta each second. The connection itself notices a cut network only
 * after 12 s, and until then every operator would seem to have fallen silent.
 */
const longestHubSilence = 5_000;

/** Whether the board hears the hub now: it is connected, and the hub is not silent. */
@Injectable({ providedIn: 'root' })
export class HubHearing {
  readonly #hub = inject(HubClient);
  readonly #tick = inject(BoardTick);

  /** Whether what the board knows is of now. */
  readonly isHeard = computed(() => {
    if (this.#hub.status() !== 'connected') return false;
    const now = this.#tick.now();
    const heardAt = this.#hub.heardAt();
    return now === null || heardAt === null || now - heardAt < longestHubSilence;
  });
}
