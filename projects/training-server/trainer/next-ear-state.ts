/**
 * How far a trainer's ear is.
 *
 * ```
 *  opening ──answered──▶ open ──trainerLost──▶ lost ──trainerBack──▶ open
 *     │                   │                     │
 *     └───────────────────┴── closed, failed, ──┴──▶ closed
 *        (opening: also trainerLost)    (lost: also graceOver)
 * ```
 *
 * `opening`: the trainee sees it, nothing is heard yet. `lost`: the trainer's socket is gone, the sound may still flow.
 */
export type EarState = 'opening' | 'open' | 'lost' | 'closed';

/** What happens to an ear. `failed`: its sound. `graceOver`: the trainer, or the trainee's tabs, did not return. */
export type EarEvent = 'answered' | 'trainerLost' | 'trainerBack' | 'graceOver' | 'closed' | 'failed';

const transitions: Readonly<Record<EarState, Partial<Record<EarEvent, EarState>>>> = {
  opening: { answered: 'open', trainerLost: 'closed', graceOver: 'closed', closed: 'closed', failed: 'closed' },
  open: { trainerLost: 'lost', graceOver: 'closed', closed: 'closed', failed: 'closed' },
  lost: { trainerBack: 'open', graceOver: 'closed', closed: 'closed', failed: 'closed' },
  closed: {},
};

/** The state after the event; the same one if the event changes nothing. */
export const nextEarState = (state: EarState, event: EarEvent): EarState => transitions[state][event] ?? state;
