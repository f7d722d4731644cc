import { accessClaims } from './access-claims';
import type { Claim } from './claim';
import { snapshotClaims } from './snapshot-claims';
import { socketClaims } from './socket-claims';
import { stateClaims } from './state-claims';

/** Everything that a probe checks: the one table of claims. */
export const claims: readonly Claim[] = [...accessClaims, ...socketClaims, ...snapshotClaims, ...stateClaims];
