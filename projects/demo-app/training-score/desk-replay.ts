import type { FlightRecorder } from 'mediatel-lib';
import type { Finding } from '../../training-kit';
import type { ReplayLack } from './score-texts';

/** A call in a recording of the desk. */
export interface RecordedDesk {
  /** Whether the recording has a moment of the call's sound recording (ms). */
  readonly covers: (atMs: number) => boolean;
  /** The run whose recording the server keeps; `undefined`: this page's own recorder has it. */
  readonly run: string | undefined;
}

/** Where recordings of the desk may be. */
export interface DeskSources {
  /** This page's own recorder; `null`: the run is somebody else's, or nothing is recorded. */
  readonly recorder: Pick<FlightRecorder, 'text'> | null;
  /** The run whose recording the server keeps; `null`: it keeps none for this reader. */
  readonly run: string | null;
}

/** Which calls this page's own recorder has, or else the server, by trace id. The code that reads recordings loads now. */
export async function recordedDesks(
  { recorder, run }: DeskSources,
  traceIds: readonly string[],
): Promise<ReadonlyMap<string, RecordedDesk>> {
  const [{ callPlacesOf, keptReport }, { placeOf }] = await Promise.all([
    import('../replay/call-report'),
    import('../replay/recorded/recorded-call-place'),
  ]);
  const desks = new Map<string, RecordedDesk>();
  const add = (places: Awaited<ReturnType<typeof callPlacesOf>>, from: string | undefined): void => {
    for (const [traceId, place] of places)
      desks.set(traceId, { run: from, covers: (atMs) => placeOf(place, atMs) !== null });
  };
  if (recorder) add(await callPlacesOf(recorder, traceIds), undefined);
  const missing = traceIds.filter((traceId) => !desks.has(traceId));
  if (run !== null && missing.length > 0) add(await callPlacesOf(keptReport(run), missing), run);
  return desks;
}

/** Why lines have no link to the replay; `null`: each line that has a moment has one. */
export function replayLackOf(
  findings: readonly Pick<Finding, 'atMs'>[],
  isOwn: boolean,
  desk: Pick<RecordedDesk, 'covers'> | undefined,
): ReplayLack | null {
  const moments = findings.flatMap(({ atMs }) => (atMs === null ? [] : [atMs]));
  if (moments.length === 0) return null;
  if (!desk) return isOwn ? 'notHere' : 'others';
  return moments.every((atMs) => desk.covers(atMs)) ? null : 'partly';
}
