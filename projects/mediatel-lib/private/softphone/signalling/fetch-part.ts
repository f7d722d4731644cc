/** Counts, so that no address is used twice in a page's life. */
let again = 0;

const importFrom = (address: string): Promise<unknown> => import(/* webpackIgnore: true */ /* @vite-ignore */ address);

/** Chrome names the address of what it could not fetch; other browsers fetch it again by themselves. */
const failedFetch = /^Failed to fetch dynamically imported module: (https?:\S+)$/;

/**
 * Loads a part of the phone and takes from it what is wanted.
 *
 * Chrome (153 does, 156 does not) keeps a module that could not be fetched as failed for as long as the page lives, and asks the
 * network no more. It is then fetched under another address. A bundler that gives the part's exports other names leaves nothing to take: then the
 * first failure stands.
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
  if (value === undefined) throw new Error('The part of the phone has not what is wanted of it');
  return value;
}
