import { globSync, readFileSync } from 'node:fs';
import { decodeSnapshot } from './decode-snapshot';

interface ProbeFile {
  readonly format: string;
  readonly snapshots: readonly { readonly after: string; readonly data: unknown }[];
  /** `extra`: the fields that the library does not know. */
  readonly dialect: { readonly extra?: Readonly<Record<string, unknown>> };
}

/** The files that probes wrote (docs/guides/meeting-a-real-mediatel.md). */
const files = globSync('projects/mediatel-lib/protocol/fixtures/*.mediatel-probe.json').map((path) => ({
  path,
  file: JSON.parse(readFileSync(path, 'utf8')) as ProbeFile,
}));

const snapshots = files.flatMap(({ path, file }) =>
  file.snapshots.map(
    ({ after, data }, index) =>
      [`${path} ${index} after ${after}`, data, Object.keys(file.dialect.extra ?? {})] as const,
  ),
);

describe('the snapshots of probes', () => {
  it('are found', () => {
    expect(snapshots.length).toBeGreaterThan(10);
    expect(new Set(files.map(({ file }) => file.format))).toEqual(new Set(['mediatel-probe']));
  });

  it.each(snapshots)('are decoded, unknown fields are kept: %s', (_name, data, extra) => {
    const result = decodeSnapshot(data);
    expect(result).toMatchObject({ ok: true, unread: [] });
    const unknown = result.ok ? Object.keys(result.snapshot.unknownFields) : [];
    expect(unknown.filter((name) => !extra.includes(name))).toEqual([]);
  });

  it('show every state of a call', () => {
    const states = snapshots.flatMap(([, data]) => {
      const result = decodeSnapshot(data);
      return result.ok ? [result.snapshot.state] : [];
    });
    expect(states).toEqual(
      expect.arrayContaining([
        ...['STATE_LOGOUT', 'STATE_IDLE', 'STATE_PAUSE', 'STATE_MAKECALL_REQUEST', 'STATE_CALL_DELIVERED'],
        ...['STATE_CALL_ACTIVE', 'STATE_HOLD', 'STATE_MUTE', 'STATE_CLERICAL'],
      ]),
    );
  });
});
