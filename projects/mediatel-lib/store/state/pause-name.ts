import type { Snapshot } from 'mediatel-lib/protocol';

/** The name of the present pause; `null` without a pause, or if the list does not name it. */
export const pauseNameOf = ({ pauseId, pauseList }: Pick<Snapshot, 'pauseId' | 'pauseList'>): string | null =>
  pauseList.find(({ id }) => id === pauseId)?.name ?? null;
