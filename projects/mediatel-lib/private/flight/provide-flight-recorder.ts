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

/** The ports to record, as they would be provided without a recorder. */
export interface RecordedPorts {
  /** The connection to Mediatel. */
  readonly connection: Type<AgentConnection>;
  /** The phone. */
  readonly softphone: Type<Softphone>;
}

/** Provides the ports with a recorder around them. Hosts use `withFlightRecorder()`. */
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
