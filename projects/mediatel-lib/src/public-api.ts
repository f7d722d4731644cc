export { MediatelModule } from './mediatel-module';
export { provideMediatel } from './provide-mediatel';
export { withFlightRecorder } from './with-flight-recorder';
export type { FlightRecorderOptions } from 'mediatel-lib/recorder';
export { withSupervisorFeed } from './with-supervisor-feed';
export type { MediatelFeature } from './with-supervisor-feed';
export * from 'mediatel-lib/ports';
export * from 'mediatel-lib/protocol';
export * from 'mediatel-lib/store';
