import { type FlightFile, decodeFlight } from 'mediatel-lib/recorder';
import type { OpenedReport } from './open-report';
import { type CallPlace, callPlaceIn } from './recorded/recorded-call-place';

/** Where a recording comes from: this page's own recorder, or the training server. */
export interface ReportSource {
  text(): Promise<string>;
}

/** What the training server keeps of a run: the trainee's desk sent it. */
export const keptReport = (run: string): ReportSource => ({
  text: async () => {
    const response = await fetch(`/api/training/runs/${encodeURIComponent(run)}/flight`);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response.text();
  },
});

/** The recording; `null`: none that can be read. */
async function fileOf(source: ReportSource | null): Promise<FlightFile | null> {
  const text = await source?.text().catch(() => null);
  const decoded = decodeFlight(text ?? '');
  return decoded.ok ? decoded.file : null;
}

/** Opens a recording, if the call is in it. */
export async function openReportOf(source: ReportSource | null, traceId: string): Promise<OpenedReport> {
  const file = await fileOf(source);
  const isThere = file !== null && callPlaceIn(file, traceId) !== null;
  return isThere ? { ok: true, file } : { ok: false, fault: { reason: 'not-recorded' } };
}

/** Where these calls are in a recording, by trace id. Those that are not in it are left out. */
export async function callPlacesOf(
  source: ReportSource | null,
  traceIds: readonly string[],
): Promise<ReadonlyMap<string, CallPlace>> {
  const file = await fileOf(source);
  const places = traceIds.map((traceId) => [traceId, file && callPlaceIn(file, traceId)] as const);
  return new Map(places.flatMap(([traceId, place]) => (place ? [[traceId, place] as const] : [])));
}
