export { decodeFlight, readFlight } from './decode-flight';
export type { FlightFault, FlightResult } from './decode-flight';
export { pageEvents, provideFlightRecorder } from 'mediatel-lib/private/flight';
export type {
  FlightEntry,
  FlightFact,
  FlightFile,
  FlightRecorderOptions,
  FlightStorage,
  PageEvent,
  RecordedPorts,
  RecordedRequest,
} from 'mediatel-lib/private/flight';
export { provideReplay } from './provide-replay';
export { ReplayStage } from './replay-ports';
