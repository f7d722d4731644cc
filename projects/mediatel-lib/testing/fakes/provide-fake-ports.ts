import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import {
  AgentConnection,
  MediatelClock,
  MEDIATEL_CONFIG,
  type MediatelConfig,
  Softphone,
  resolveConfig,
} from 'mediatel-lib/ports';
import { fakeAccount } from './fake-account';
import { FakeAgentConnection } from './fake-agent-connection';
import { FakeClock } from './fake-clock';
import { FakeSoftphone } from './fake-softphone';

/** Provides fakes of clock, connection and softphone, and a configuration. Tests inject the fakes by their own classes. */
export const provideFakePorts = (config: Partial<MediatelConfig> = {}): EnvironmentProviders =>
  makeEnvironmentProviders([
    FakeClock,
    FakeAgentConnection,
    FakeSoftphone,
    { provide: MediatelClock, useExisting: FakeClock },
    { provide: AgentConnection, useExisting: FakeAgentConnection },
    { provide: Softphone, useExisting: FakeSoftphone },
    { provide: MEDIATEL_CONFIG, useValue: resolveConfig({ account: () => Promise.resolve(fakeAccount), ...config }) },
  ]);
