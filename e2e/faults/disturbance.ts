/** A text frame on its way, late by `after` milliseconds if given. */
interface Frame {
  readonly text: string;
  readonly after?: number;
}

/** What arrives for a text frame: nothing, the frame, or several. It may keep state. */
export type Disturbance = (text: string) => readonly Frame[];

type Fits = (text: string) => boolean;

const any: Fits = () => true;

/** Only snapshots of Socket.IO. */
export const isSnapshot: Fits = (text) => text.startsWith('42["data",');

export const undisturbed: Disturbance = (text) => [{ text }];

export const duplicated =
  (fits: Fits = any): Disturbance =>
  (text) =>
    fits(text) ? [{ text }, { text }] : [{ text }];

/** Changes the fields of each snapshot on its way. */
export const rewritten =
  (change: (fields: Record<string, unknown>) => Record<string, unknown>): Disturbance =>
  (text) => {
    if (!isSnapshot(text)) return [{ text }];
    const [event, fields] = JSON.parse(text.slice(2)) as [string, Record<string, unknown>];
    return [{ text: `42${JSON.stringify([event, change(fields)])}` }];
  };

/** The Socket.IO frame of a snapshot. */
export const snapshotFrame = (fields: unknown): string => `42${JSON.stringify(['data', fields])}`;
