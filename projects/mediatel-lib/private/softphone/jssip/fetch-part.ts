/** Counts up, so that a page never uses the same address twice. */
let again = 0;

const importFrom = (address: string): Promise<unknown> => import(/* webpackIgnore: true */ /* @vite-ignore */ address);

/** Chrome's error names the address that it could not fetch. Other browsers fetch it again themselves. */
const failedFetch = /^Failed to fetch dynamically imported module: (https?:\S+)$/;

/**
 * Loads a part of the phone and takes an export from it.
 *
 * Chrome (153 does, 156 does not) remembers a module that could not be fetched as failed until the page closes, and
 * never fetches it again. So it is fetched under another address. If the bundler renamed the part's exports, there is
 * nothing to take, and the first error is thrown.
 */
export async function fetchPart<Part, Value>(
  load: () => Promise<Part>,
  take: (part: Partial<Part>) => Value | undefined,
  from: (address: string) => Promise<unknown> = importFrom,
): Promise<Value> {
  try {
    return taken(take(await load()));
  } catch (error) {
    const address = error instanceof Error ? failedFetch.exec(error.message)?.[1] : undefined;
    if (address === undefined) throw error;
    again += 1;
    const other = `${address}${address.includes('?') ? '&' : '?'}again=${again}`;
    const part = await from(other).catch(() => ({}));
    const value = take(part as Partial<Part>);
    if (value === undefined) throw error;
    return value;
  }
}

function taken<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The loaded part of the phone lacks the expected export');
  return value;
}
