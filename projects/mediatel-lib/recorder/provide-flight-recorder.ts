import {
  type EnvironmentProviders,
  type Type,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { AgentConnection, FlightRecorder, MEDIATEL_SIP_TRACE, Softphone } from 'mediatel-lib/ports';
import { FlightLog } from './flight-log';
import { FLIGHT_OPTIONS, type FlightRecorderOptions } from './flight-options';

/** The ports that are observed, as they would be provided without a recorder. */
export interface RecordedPorts {
  readonly connection: Type<AgentConnection>;
  readonly softphone: Type<Softphone>;
}

/** Puts the recorder in front of the ports. */
export function provideFlightRecorder(ports: RecordedPorts, options: FlightRecorderOptions = {}): EnvironmentProviders {
  const { maskNumbers = true, minutes = 30, megabytes = 2 } = options;
  return makeEnvironmentProviders([
    { provide: FLIGHT_OPTIONS, useValue: { maskNumbers, minutes, megabytes } },
    FlightLog,
    ports.connection,
    ports.softphone,
    { provide: FlightRecorder, useExisting: FlightLog },
    { provide: MEDIATEL_SIP_TRACE, useFactory: () => inject(FlightLog).trace },
    { provide: AgentConnection, useFactory: () => inject(FlightLog).watchConnection(inject(ports.connection)) },
    { provide: Softphone, useFactory: () => inject(FlightLog).watchPhone(inject(ports.softphone)) },
    provideEnvironmentInitializer(() => void inject(FlightLog)),
  ]);
}
