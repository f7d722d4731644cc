import type { Observable } from 'rxjs';
import type { MediatelLabels } from '../intl/labels/labels';

/** Why a recording can't be played. Each has its words in `MediatelLabels.page.recordingFailed`. */
export type RecordingFault = keyof MediatelLabels['page']['recordingFailed'];

/** Where `MediatelRecordingPlayer` gets a call's recording. `MediatelRecordings` of `mediatel-lib/rest` is one. */
export interface RecordingSource {
  /** The address that streams the recording of the call `callTraceID`. */
  url(callTraceID: string): string;
  /** The address that returns the recording as a file. */
  downloadUrl(callTraceID: string): string;
  /** Checks once whether the recording is available. Never fails. */
  availability(callTraceID: string): Observable<{ readonly status: 'available' | RecordingFault }>;
}
