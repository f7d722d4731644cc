export { pageEvents } from './flight-entry';
export type { FlightEntry, FlightFact, PageEvent, RecordedRequest } from './flight-entry';
export { flightFormat, flightVersion } from './flight-file';
export type { FlightFile, FlightStorage } from './flight-file';
export type { FlightRecorderOptions } from './flight-options';
export { provideFlightRecorder } from './provide-flight-recorder';
export type { RecordedPorts } from './provide-flight-recorder';
