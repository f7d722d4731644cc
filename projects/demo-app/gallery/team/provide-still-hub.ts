import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { type HubClientStatus, HubClient } from 'mediatel-lib/supervisor';
import type { MadeNames } from './made-operators';
import { StillHub } from './still-hub';

const madeNames: readonly MadeNames[] = ['usual', 'long', 'odd'];
const statuses: readonly HubClientStatus[] = ['connected', 'connecting', 'reconnecting', 'unavailable', 'refused'];

/** A hub that stands still. Query parameters: `team`, the number of operators; `hub`, the connection's status; `names`, `long` or `odd`. */
export function provideStillHub(query: URLSearchParams): EnvironmentProviders {
  const status = statuses.find((known) => known === query.get('hub')) ?? 'connected';
  const hub = new StillHub({
    operators: Number(query.get('team')) || 0,
    status,
    names: madeNames.find((known) => known === query.get('names')) ?? 'usual',
  });
  return makeEnvironmentProviders([{ provide: HubClient, useValue: hub }]);
}
