import type { ProbeReport } from '../probe';
import type { ProbeOptions } from '../probe-options';
import { type ProbeFile, probeFileSchema } from '../../server-kit';
import { dialectOf } from './dialect-of';
import { hideTexts } from './hide-texts';
import { SnapshotRedaction } from './redact-snapshot';
import { timelineOf } from './timeline-of';

/** The file of a probe. It has no names, numbers, tokens or addresses. */
export function probeFileOf({ rows, seen }: ProbeReport, options: ProbeOptions): ProbeFile {
  const redaction = new SnapshotRedaction();
  const texts = personalTexts(options);
  const clean = <T>(value: T): T => hideTexts(value, texts) as T;
  const snapshots = seen.snapshots.map(({ atMs, after, raw }) => ({ atMs, after, data: clean(redaction.redact(raw)) }));
  const dialect = dialectOf(
    seen,
    snapshots.map(({ data }) => data),
  );
  return probeFileSchema.parse({
    format: 'mediatel-probe',
    version: 1,
    claims: rows.map(({ claim, verdict, detail }) => ({ id: claim.id, verdict, detail: clean(detail) })),
    snapshots,
    timeline: timelineOf(seen).map(({ atMs, what }) => ({ atMs, what: clean(what) })),
    dialect: { ...dialect, ...(dialect.statuses ? { statuses: clean(dialect.statuses) } : {}) },
  });
}

/** What the probe was given, in case a server repeats it where no check expects it. */
function personalTexts({ url, sip, recordings, origin, cookie, account, sipAccount, call }: ProbeOptions): string[] {
  const hosts = [url, sip, recordings, origin].flatMap((address) =>
    address === null ? [] : [new URL(address).hostname],
  );
  const given = [
    ...[account?.user, account?.password, account?.extension],
    ...[sipAccount?.login, sipAccount?.password, sipAccount?.realm, call?.number, call?.queue, cookie],
  ];
  return [...hosts, ...given.flatMap((text) => text ?? [])];
}
