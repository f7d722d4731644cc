import type { Observations } from './observations';
import { fieldsOf } from './raw-snapshot';

/** The order of a call's snapshots and of SIP's messages, in the words of a dialect. */
export interface CallOrder {
  readonly inviteAt?: 'request' | 'delivered';
  readonly bye?: 'after-clerical' | 'before-clerical';
}

/** Two sockets have no common order: of a shorter distance nothing is known (ms). */
const orderMs = 50;

/** Whether the BYE came before the snapshot of `STATE_CLERICAL`. */
export const isByeFirst = (byeAtMs: number, clericalAtMs: number): boolean => byeAtMs < clericalAtMs - orderMs;

/** When the first snapshot of a state came after the call was asked for; `null`: none came. */
export function stateAtMs(seen: Observations, state: string): number | null {
  const asked = seen.steps.find(({ step }) => step === 'makeCall')?.sentAtMs;
  if (asked === undefined) return null;
  return (
    seen.snapshots.find((snapshot) => snapshot.atMs >= asked && fieldsOf(snapshot)['state'] === state)?.atMs ?? null
  );
}

/** The order in the probe's call; nothing of what was not seen. */
export function callOrder(seen: Observations): CallOrder {
  const { invite = null, byeAtMs = null } = seen.call ?? {};
  const delivered = stateAtMs(seen, 'STATE_CALL_DELIVERED');
  const clerical = stateAtMs(seen, 'STATE_CLERICAL');
  return {
    ...(invite === null
      ? {}
      : { inviteAt: delivered !== null && delivered <= invite.atMs ? ('delivered' as const) : ('request' as const) }),
    ...(byeAtMs === null || clerical === null
      ? {}
      : { bye: isByeFirst(byeAtMs, clerical) ? ('before-clerical' as const) : ('after-clerical' as const) }),
  };
}
