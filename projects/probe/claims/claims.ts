import { accessClaims } from './access-claims';
import { callClaims } from './call-claims';
import type { Claim } from './claim';
import { renewalClaims } from './renewal-claims';
import { sipClaims } from './sip-claims';
import { snapshotClaims } from './snapshot-claims';
import { socketClaims } from './socket-claims';
import { stateClaims } from './state-claims';

/** Everything that a probe checks: the one table of claims. */
export const claims: readonly Claim[] = [
  ...accessClaims,
  ...socketClaims,
  ...snapshotClaims,
  ...stateClaims,
  ...callClaims,
  ...sipClaims,
  ...renewalClaims,
];
