import type { SnapshotSeen } from './observations';

/** The fields of a snapshot by their names on the wire; none if it is no object. */
export function fieldsOf({ raw }: SnapshotSeen): Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw } : {};
}
