/** One of the operator's own calls, as the server stores it. */
export interface CallRecord {
  readonly traceId: string;
  readonly number: string;
  readonly queue: string;
  readonly direction: 'incoming' | 'outgoing' | 'predictive' | 'unknown';
  /** Beginning of the call: milliseconds since the epoch. */
  readonly start: number;
  /** Seconds of talk; `null` while it lasts, and when nobody talked. */
  readonly duration: number | null;
  readonly codes: readonly string[];
  readonly error: string | null;
}

const directions: readonly unknown[] = ['incoming', 'outgoing', 'predictive'];

/** Reads the server's `{calls: […]}`. A row without an id or a start is left out, because it can't be shown or played. */
export function readCallRecords(value: unknown): readonly CallRecord[] {
  const list = typeof value === 'object' && value !== null && 'calls' in value ? value.calls : null;
  const rows: readonly unknown[] = Array.isArray(list) ? list : [];
  return rows.flatMap((row): readonly CallRecord[] => {
    if (typeof row !== 'object' || row === null) return [];
    const from = row as Readonly<Record<string, unknown>>;
    const { traceId, number, queue, direction, start, duration, codes, error } = from as Partial<
      Record<keyof CallRecord, unknown>
    >;
    if (typeof traceId !== 'string' || typeof start !== 'number') return [];
    return [
      {
        traceId,
        number: typeof number === 'string' ? number : '',
        queue: typeof queue === 'string' ? queue : '',
        direction: directions.includes(direction) ? (direction as CallRecord['direction']) : 'unknown',
        start,
        duration: typeof duration === 'number' ? duration : null,
        codes: Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : [],
        error: typeof error === 'string' && error !== '' ? error : null,
      },
    ];
  });
}
