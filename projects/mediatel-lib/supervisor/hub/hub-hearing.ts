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

  /**
   * The time of which the board knows: now, or that of the hub's last message (ms, by the hub's clock). By a later time
   * every operator would seem to have fallen silent, also on a view that is opened only then.
   */
  readonly knownAt = computed(() => (this.isHeard() ? this.#tick.now() : (this.#hub.heardAt() ?? this.#tick.now())));
}
