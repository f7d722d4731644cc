import { type FlightRecorderOptions, provideFlightRecorder } from 'mediatel-lib/recorder';
import { TabConnection, TabSoftphone } from 'mediatel-lib/private/tabs';
import type { MediatelFeature } from './with-supervisor-feed';

/**
 * Keeps the last 30 minutes (at most 2 MB) of what happened, for the desk's “Save a report for support”.
 *
 * No password is in the file, and phone numbers are masked unless the host says otherwise.
 */
export function withFlightRecorder(options: FlightRecorderOptions = {}): MediatelFeature {
  return { providers: provideFlightRecorder({ connection: TabConnection, softphone: TabSoftphone }, options) };
}
