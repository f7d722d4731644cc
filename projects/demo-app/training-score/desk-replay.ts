import type { FlightRecorder } from 'mediatel-lib';
import type { Finding } from '../../training-kit';
import type { ReplayLack } from './score-texts';

/** Whether the desk's recording has a moment of a call's sound recording (ms). */
export type CoversMoment = (atMs: number) => boolean;

/** Which moments of the calls this page's own recording has, by trace id. The code that reads it loads now. */
export async function coveredCalls(
  recorder: Pick<FlightRecorder, 'text'> | null,
  traceIds: readonly string[],
): Promise<ReadonlyMap<string, CoversMoment>> {
  const [{ ownCallPlaces }, { placeOf }] = await Promise.all([
    import('../replay/own-report'),
    import('../replay/recorded/recorded-call-place'),
  ]);
  const places = await ownCallPlaces(recorder, traceIds);
  return new Map([...places].map(([traceId, place]) => [traceId, (atMs) => placeOf(place, atMs) !== null]));
}

/** Why lines have no link to the replay; `null`: each line that has a moment has one. */
export function replayLackOf(
  findings: readonly Pick<Finding, 'atMs'>[],
  isOwn: boolean,
  covers: CoversMoment | undefined,
): ReplayLack | null {
  const moments = findings.flatMap(({ atMs }) => (atMs === null ? [] : [atMs]));
  if (moments.length === 0) return null;
  if (!isOwn) return 'others';
  if (!covers) return 'notHere';
  return moments.every(covers) ? null : 'partly';
}
