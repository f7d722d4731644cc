import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import {
  AgentConnection,
  MediatelClock,
  MEDIATEL_CONFIG,
  LeaderTab,
  Softphone,
  resolveConfig,
} from 'mediatel-lib/ports';
import type { FlightFile } from 'mediatel-lib/private/flight';
import { ReplayClock, ReplayConnection, ReplaySoftphone, ReplayStage, ReplayTab } from './replay-ports';

/** Provides every port from a recording, for the unchanged store and desk. `ReplayStage.show()` plays one entry. */
export function provideReplay({ operator }: Pick<FlightFile, 'operator'>): EnvironmentProviders {
  const { user, extension } = operator ?? { user: 'nobody', extension: '0' };
  const unused = { url: 'replay:', password: 'none' };
  const account = {
    mediatel: { ...unused, user, extension },
    sip: { ...unused, realm: 'replay', login: extension },
  };
  return makeEnvironmentProviders([
    ReplayStage,
    { provide: MediatelClock, useClass: ReplayClock },
    { provide: LeaderTab, useClass: ReplayTab },
    { provide: AgentConnection, useClass: ReplayConnection },
    { provide: Softphone, useClass: ReplaySoftphone },
    {
      provide: MEDIATEL_CONFIG,
      useFactory: () => resolveConfig({ account: () => Promise.resolve(account), autoAnswer: 'never' }),
    },
  ]);
}
