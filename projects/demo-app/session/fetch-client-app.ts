import type { Injector } from '@angular/core';
import { type AgentClientApp, MediatelAgents } from 'mediatel-lib/rest';
import { firstValueFrom, map, timeout } from 'rxjs';

/** How long a sign-in waits for the settings (ms). */
const patience = 3000;

/** The operator's `ClientApp`; `null` if Mediatel has none. Rejects if the API is away or does not answer in time. */
export const fetchClientApp = (injector: Injector): Promise<AgentClientApp | null> =>
  firstValueFrom(
    injector
      .get(MediatelAgents)
      .self()
      .pipe(
        timeout(patience),
        map(({ ClientApp }) => ClientApp ?? null),
      ),
  );
