import { type FlightRecorderOptions, provideFlightRecorder } from 'mediatel-lib/private/flight';
import { TabConnection, TabSoftphone } from 'mediatel-lib/private/tabs';
import type { MediatelFeature } from './with-supervisor-feed';

/**
 * Records what happens in the tab, for the desk's “Save a report for support”: the last 30 minutes, at most 2 MB, by
 * default.
 *
 * It lasts over reloads: the browser's storage keeps it, masked, until the operator signs out.
 *
 * The file contains no password. Phone numbers are masked unless the host's options say otherwise.
 */
export function withFlightRecorder(options: FlightRecorderOptions = {}): MediatelFeature {
  return { providers: provideFlightRecorder({ connection: TabConnection, softphone: TabSoftphone }, options) };
}
