import type { FlightRecorder } from 'mediatel-lib';
import { type FlightFile, decodeFlight } from 'mediatel-lib/recorder';
import type { OpenedReport } from './open-report';
import { type CallPlace, callPlaceIn } from './recorded/recorded-call-place';

/** What this page's own recorder keeps; `null`: nothing that can be read. */
async function ownFile(recorder: Pick<FlightRecorder, 'text'> | null): Promise<FlightFile | null> {
  const text = await recorder?.text().catch(() => null);
  const decoded = decodeFlight(text ?? '');
  return decoded.ok ? decoded.file : null;
}

/** Opens this page's own recording, if the call is in it. It is not sent anywhere. */
export async function openOwnReport(
  recorder: Pick<FlightRecorder, 'text'> | null,
  traceId: string,
): Promise<OpenedReport> {
  const file = await ownFile(recorder);
  const isThere = file !== null && callPlaceIn(file, traceId) !== null;
  return isThere ? { ok: true, file } : { ok: false, fault: { reason: 'not-recorded' } };
}

/** Where these calls are in this page's own recording, by trace id. Those that are not in it are left out. */
export async function ownCallPlaces(
  recorder: Pick<FlightRecorder, 'text'> | null,
  traceIds: readonly string[],
): Promise<ReadonlyMap<string, CallPlace>> {
  const file = await ownFile(recorder);
  const places = traceIds.map((traceId) => [traceId, file && callPlaceIn(file, traceId)] as const);
  return new Map(places.flatMap(([traceId, place]) => (place ? [[traceId, place] as const] : [])));
}
